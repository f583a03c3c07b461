/**
 * What is sent may be in doubt or parked, goes to a target (`via`: `desk` or a channel's id), and each target has a budget.
 * Programs of before do not know `via`; the trigger fills it in for them.
 */
export const postgresMigration005 = `
ALTER TABLE outbox
  ADD COLUMN via text,
  ADD COLUMN since timestamptz NOT NULL DEFAULT store_now(),
  ADD COLUMN first_tried_at timestamptz,
  ADD COLUMN collected boolean NOT NULL DEFAULT false,
  ADD COLUMN doubt_since timestamptz,
  ADD COLUMN send_anyway boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT outbox_state_check,
  ADD CONSTRAINT outbox_state_check CHECK (state IN ('new', 'sending', 'sent', 'unknown', 'parked', 'dead'));

UPDATE outbox o SET via = CASE o.target WHEN 'desk' THEN 'desk' ELSE c.channel END
FROM conversation c WHERE c.id = o.conversation;

CREATE FUNCTION outbox_fill_via() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.via := CASE NEW.target WHEN 'desk' THEN 'desk' ELSE (SELECT channel FROM conversation WHERE id = NEW.conversation) END;
  RETURN NEW;
END $$;
CREATE TRIGGER outbox_fill_via BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.via IS NULL)
  EXECUTE FUNCTION outbox_fill_via();
ALTER TABLE outbox ALTER COLUMN via SET NOT NULL;

DROP INDEX outbox_due;
DROP INDEX outbox_lane;
CREATE INDEX outbox_due ON outbox(via, id) WHERE state = 'new';
CREATE INDEX outbox_parked ON outbox(via, id) WHERE state = 'parked';
CREATE INDEX outbox_lane ON outbox(conversation, target, id) WHERE state <> 'sent';

CREATE TABLE reach_budget (
  target text PRIMARY KEY,
  tokens float8 NOT NULL,
  at timestamptz NOT NULL,
  held_until timestamptz
);
`;
