-- The order of versions over lanes.  A batch carries a tick: greater than that
-- of every batch its writer could see, and near the clock.  Of two versions the
-- one with the greater (tick, lane, position) holds; positions of different
-- lanes say nothing about each other.  Rows from before have 0 and keep their
-- order.
ALTER TABLE batch ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;

ALTER TABLE agency ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE posting ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE enrolment ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE leave_period ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE roster_shift ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE calendar_entry ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE setting ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE token ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE terminal ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE terminal_placement ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE review ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE verify_code ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE terminal_order ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE terminal_order_result ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pattern ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
