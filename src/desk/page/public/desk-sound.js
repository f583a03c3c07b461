const KEPT = "ansim.desk.sound";

let on = true;
try {
  on = localStorage.getItem(KEPT) !== "off";
} catch {
  // Storage is off; the sound is on.
}

export const isSoundOn = () => on;

export const toggleSound = () => {
  on = !on;
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // Not kept.
  }
  if (on) ring();
};

let audio;

/** Two soft notes, made here so that no file is needed. */
export const ring = () => {
  if (!on) return;
  try {
    audio ??= new AudioContext();
    for (const [at, pitch] of [
      [0, 660],
      [0.18, 880],
    ]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = audio.currentTime + at;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.exponentialRampToValueAtTime(0.12, start + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.35);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.4);
    }
  } catch {
    // A browser without sound still shows the count in the title.
  }
};
