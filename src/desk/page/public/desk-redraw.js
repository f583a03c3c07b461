/**
 * Holds a drawing back while a finger or button is down: the thing under it would be gone before it is let go, and the
 * press would be lost.
 */
export const redrawWhenReleased = (draw) => {
  let pressed = false;
  let waits = false;
  document.addEventListener("pointerdown", () => {
    pressed = true;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      pressed = false;
      // After the click that follows.
      if (waits) setTimeout(draw);
      waits = false;
    });
  }
  return () => {
    if (pressed) waits = true;
    else draw();
  };
};

/** Gives the answer of the latest call only; an older one that comes late resolves to undefined. */
export const onlyLatest = (load) => {
  let round = 0;
  return async (...given) => {
    round += 1;
    const mine = round;
    const answer = await load(...given);
    return mine === round ? answer : undefined;
  };
};
