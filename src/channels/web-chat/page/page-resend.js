const POST = "DIRECT_LINE/POST_ACTIVITY";
const PENDING = `${POST}_PENDING`;
const INCOMING = "DIRECT_LINE/INCOMING_ACTIVITY";

const withChannelData = (activity, more) => ({ ...activity, channelData: { ...activity.channelData, ...more } });

const withActivity = (action, activity) => ({ ...action, payload: { ...action.payload, activity } });

/**
 * Makes "send again" one and the same message: Web Chat gives each try an id and a bubble of its own, so that a message
 * whose acknowledgement was lost would be said twice. `wire` belongs around a Direct Line, `middleware` into its store.
 */
export const createResend = () => {
  /** Id of the latest try, by id of the first one, which is what the server knows. */
  const latest = new Map();

  const middleware = () => (next) => (action) => {
    const activity = action.payload?.activity;
    const id = activity?.channelData?.clientActivityID;
    if (id === undefined) return next(action);
    const firstTry = activity.channelData.firstTry ?? id;
    switch (action.type) {
      case POST:
        return next(withActivity(action, withChannelData(activity, { firstTry })));
      case PENDING:
        // The same id for each try: the new bubble takes the place of the old one.
        return next(withActivity(action, { ...activity, id: `unsent-${firstTry}` }));
      case INCOMING:
        return next(withActivity(action, withChannelData(activity, { clientActivityID: latest.get(id) ?? id })));
      default:
        return next(action);
    }
  };

  const wire = (directLine) => {
    const post = directLine.postActivity.bind(directLine);
    directLine.postActivity = (activity) => {
      const { firstTry, ...channelData } = activity.channelData ?? {};
      if (firstTry === undefined) return post(activity);
      latest.set(firstTry, channelData.clientActivityID);
      return post({ ...activity, channelData: { ...channelData, clientActivityID: firstTry } });
    };
    return directLine;
  };

  return { middleware, wire };
};
