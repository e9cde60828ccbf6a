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
