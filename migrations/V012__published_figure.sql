-- What was cut before disclosure control is withdrawn: its figures were rounded, not protected by
-- noise, and beside a protected one each would tell more than both should. A default instead of an
-- UPDATE, for a release refuses change.
ALTER TABLE release ADD COLUMN withdrawn boolean NOT NULL DEFAULT true;
ALTER TABLE release ALTER COLUMN withdrawn SET DEFAULT false;

DROP TABLE published_row;

-- One domain of one item as published, by the release that it was made in. It stands in every later
-- release until a newer one of the same key, so nothing is ever copied or changed. The arrays are in
-- the order of the item's codes; what may not be published has no row, and a share that is not told
-- is null here too.
CREATE TABLE published_figure (
  survey    text       NOT NULL,
  release   integer    NOT NULL,
  collector text       NOT NULL,
  item      text       NOT NULL,
  domain    text[]     NOT NULL, -- axis=category; empty for all
  base      integer    NOT NULL, -- rounded; of a conditional question perturbed before
  effective integer    NOT NULL,
  weighted  boolean    NOT NULL,
  statuses  text[]     NOT NULL, -- '' if the share is told
  shares    smallint[] NOT NULL, -- tenths of a per cent, as are the ends of intervals
  lows      smallint[] NOT NULL,
  highs     smallint[] NOT NULL,
  -- Never published: by these two a later release tells whether ten have come since, and whether
  -- two domains differ by too few. Tallies hold the same.
  answered  integer    NOT NULL,
  key_sum   bigint     NOT NULL,
  PRIMARY KEY (survey, release, collector, item, domain),
  FOREIGN KEY (survey, release) REFERENCES release
);

CREATE TRIGGER published_for_good BEFORE UPDATE OR DELETE ON published_figure
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
