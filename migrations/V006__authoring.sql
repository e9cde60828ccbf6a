-- What authors are working on. Nothing here is served to respondents.
CREATE TABLE draft (
  survey     text        PRIMARY KEY,
  -- The one that authors see; undo and redo step along the kept revisions.
  revision   integer     NOT NULL,
  -- The last number given: none is ever given again, so that it can tell one state from another.
  newest     integer     NOT NULL,
  changed_by text        NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- Two surveys whose codes only capital letters tell apart would be taken for one another.
CREATE UNIQUE INDEX draft_code ON draft (lower(survey));

CREATE TABLE draft_revision (
  survey     text        NOT NULL REFERENCES draft ON DELETE CASCADE,
  revision   integer     NOT NULL,
  definition text        NOT NULL, -- YAML, as it was written
  changed_by text        NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (survey, revision)
);

-- paused: takes no submissions for now; releases go on.
ALTER TABLE survey DROP CONSTRAINT survey_state_check;
ALTER TABLE survey ADD CONSTRAINT survey_state_check
  CHECK (state IN ('open', 'paused', 'closing', 'closed'));

-- Where a version came from: a file is news only where it differs from what files said before, or
-- it would undo at every start what authors have published since.
ALTER TABLE survey_version ADD COLUMN from_file boolean NOT NULL DEFAULT true;
ALTER TABLE survey_version ADD COLUMN published_by text NOT NULL DEFAULT 'server';
ALTER TABLE survey_version ADD COLUMN published_at timestamptz; -- null: before anybody wrote it down
ALTER TABLE survey_version ALTER COLUMN published_at SET DEFAULT now();

-- What turned out to be wrong with a release, beside it for good.
CREATE TABLE erratum (
  survey  text    NOT NULL,
  release integer NOT NULL,
  erratum integer NOT NULL CHECK (erratum > 0),
  day     date    NOT NULL DEFAULT current_date,
  texts   jsonb   NOT NULL, -- by language
  PRIMARY KEY (survey, release, erratum),
  FOREIGN KEY (survey, release) REFERENCES release
);

CREATE TRIGGER published_for_good BEFORE UPDATE OR DELETE ON erratum
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- How many submissions were refused, by kind: a count and nothing else, not even a day.
CREATE TABLE refused (
  survey  text   NOT NULL REFERENCES survey,
  kind    text   NOT NULL,
  counted bigint NOT NULL,
  PRIMARY KEY (survey, kind)
);
