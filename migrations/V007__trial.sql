-- What was sent to forms in test mode: invented answers, for their authors to read one by one and to
-- empty. Nothing that counts ever looks in here.
CREATE TABLE test_submission (
  survey  text    NOT NULL,
  draft   boolean NOT NULL,
  number  integer NOT NULL, -- the draft's revision, or the version
  content text    NOT NULL  -- JSON: language, answers, and what was shown
);

CREATE INDEX ON test_submission (survey);
