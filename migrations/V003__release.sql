CREATE TABLE release (
  survey         text        NOT NULL REFERENCES survey,
  release        integer     NOT NULL CHECK (release > 0),
  version        integer     NOT NULL,
  cut_at         timestamptz NOT NULL DEFAULT now(),
  newcomers      integer     NOT NULL,
  responses      bigint      NOT NULL,
  -- How many of the newcomers used the form in which language: a count, tied to no response.
  form_languages jsonb       NOT NULL,
  -- What the arrays of this release's tallies stand for, in their order.
  items          text[]      NOT NULL,
  cells          text[]      NOT NULL,
  PRIMARY KEY (survey, release),
  FOREIGN KEY (survey, version) REFERENCES survey_version
);

-- One combination of all segment answers (null: not answered) and the collector.
CREATE TABLE profile (
  survey    text    NOT NULL REFERENCES survey,
  profile   integer NOT NULL,
  collector text    NOT NULL,
  segments  text[]  NOT NULL,
  PRIMARY KEY (survey, profile),
  UNIQUE (survey, collector, segments)
);

-- What a release added to each profile; the state as of any release is the sum up to it.
CREATE TABLE tally (
  survey      text      NOT NULL,
  release     integer   NOT NULL,
  profile     integer   NOT NULL,
  respondents integer   NOT NULL,
  answered    integer[] NOT NULL, -- by item
  key_sums    bigint[]  NOT NULL, -- by item: record keys of those who answered, modulo 2^64
  chosen      integer[] NOT NULL, -- by cell
  PRIMARY KEY (survey, release, profile),
  FOREIGN KEY (survey, release) REFERENCES release
);

-- Opened, shuffled, cut from time, order, receipt and language of the form. Written in bulk by the
-- transaction that writes its release and profiles, hence no foreign keys.
CREATE TABLE response (
  survey     text    NOT NULL,
  release    integer NOT NULL,
  profile    integer NOT NULL,
  version    integer NOT NULL,
  record_key bigint  NOT NULL,
  answers    jsonb   NOT NULL,
  shown      jsonb   NOT NULL  -- which of a flipped or rotated set came first, which wording
);

-- Free text, shuffled apart from the responses it came with; not even its release is told.
CREATE TABLE response_text (
  survey text NOT NULL,
  item   text NOT NULL,
  text   text NOT NULL
);

-- A submission that could not be opened must not stop the release of the others.
CREATE TABLE set_aside (
  survey  text    NOT NULL,
  release integer NOT NULL,
  reason  text    NOT NULL,
  sealed  bytea   NOT NULL
);

-- One domain of one item as published: the shares are in the order of the item's codes. What may
-- not be published has no row.
CREATE TABLE published_row (
  survey    text       NOT NULL,
  release   integer    NOT NULL,
  collector text       NOT NULL,
  item      text       NOT NULL,
  domain    text[]     NOT NULL, -- segment=category, at most two; empty for all
  base      integer    NOT NULL,
  shares    smallint[] NOT NULL,
  PRIMARY KEY (survey, release, collector, item, domain),
  FOREIGN KEY (survey, release) REFERENCES release
);

CREATE TRIGGER published_for_good BEFORE UPDATE OR DELETE ON release
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER published_for_good BEFORE UPDATE OR DELETE ON published_row
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
