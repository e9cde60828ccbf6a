-- Who may enter. Whatever opens a door lies here only as a hash under the server's secret, so that a
-- copy of the database opens none.
CREATE TABLE account (
  account  uuid    PRIMARY KEY,
  name     text    NOT NULL,
  -- The name as it is compared, folded by the program: this database's lower() knows ASCII only.
  name_key text    NOT NULL UNIQUE,
  -- Argon2id over a keyed hash; null until the set-up link has been followed.
  password text,
  disabled boolean NOT NULL DEFAULT false
);

CREATE TABLE account_grant (
  account uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  role    text NOT NULL
          CHECK (role IN ('admin', 'author', 'analyst', 'steward', 'interviewer')),
  -- Null for all surveys. No reference: somebody may be granted what is yet to be written.
  survey  text,
  UNIQUE NULLS NOT DISTINCT (account, role, survey)
);

CREATE TABLE set_up_link (
  hash    bytea       PRIMARY KEY,
  -- Null for an admin to be: the first, or one made on the server's own machine.
  account uuid        REFERENCES account ON DELETE CASCADE,
  expires timestamptz NOT NULL
);

CREATE TABLE signing_key (
  kid     text        PRIMARY KEY,
  public  text        NOT NULL,
  -- Sealed under the server's secret.
  private bytea       NOT NULL,
  created timestamptz NOT NULL DEFAULT now(),
  -- From then on it signs no more, and verifies for as long as its last token lives.
  retired timestamptz
);

-- One sign-in, until it is ended: a cookie's, or a family of refresh tokens.
CREATE TABLE session (
  session uuid        PRIMARY KEY,
  account uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
  -- The cookie's; null for the API.
  cookie  bytea       UNIQUE,
  created timestamptz NOT NULL DEFAULT now(),
  -- Moves on with use, never beyond the end.
  idle_end timestamptz NOT NULL,
  ends     timestamptz NOT NULL
);
CREATE INDEX ON session (account);

CREATE TABLE refresh_token (
  hash    bytea   PRIMARY KEY,
  session uuid    NOT NULL REFERENCES session ON DELETE CASCADE,
  used    boolean NOT NULL DEFAULT false
);
CREATE INDEX ON refresh_token (session);

CREATE TABLE api_key (
  api_key   uuid        PRIMARY KEY,
  hash      bytea       NOT NULL UNIQUE,
  name      text        NOT NULL,
  account   uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
  -- Each a role, or role:survey; never more than the account has at the time of use.
  grants    text[]      NOT NULL,
  expires   timestamptz NOT NULL,
  revoked   boolean     NOT NULL DEFAULT false,
  last_used date
);
CREATE INDEX ON api_key (account);

-- How many tries to sign in failed, and nothing else of them.
CREATE TABLE failed_sign_in (
  day   date   PRIMARY KEY,
  tries bigint NOT NULL
);
