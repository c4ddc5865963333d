-- What is looked for over all inspections: reports in writing that are owed, and what was said of
-- one person.
CREATE INDEX inspection_act_by_act ON inspection_act (government, act, inspection);
CREATE INDEX inspection_act_by_person ON inspection_act (government, person, inspection);
