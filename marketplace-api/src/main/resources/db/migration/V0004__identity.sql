-- Who trades and who watches: organisations with their members and sites, the sessions of the members, and what keeps
-- strangers from guessing passwords. Tokens and secrets lie here only as hashes.
create table identity_organisation (
  id bigint not null,
  uscc varchar(18) character set ascii collate ascii_bin,
  name varchar(120) not null,
  name_en varchar(160),
  kind varchar(20) character set ascii collate ascii_bin not null,
  adcode varchar(6) character set ascii collate ascii_bin not null,
  status varchar(12) character set ascii collate ascii_bin not null,
  demo boolean not null,
  created_at datetime(6) not null,
  version bigint not null,
  constraint pk_identity_organisation primary key (id),
  constraint uq_identity_organisation_uscc unique (uscc),
  constraint ck_identity_organisation_uscc check (uscc is not null or kind = 'platform'),
  constraint ck_identity_organisation_kind check (kind in ('producer', 'receiver', 'producer-receiver', 'authority', 'platform')),
  constraint ck_identity_organisation_status check (status in ('pending', 'verified', 'suspended', 'rejected')),
  constraint ck_identity_organisation_version check (version >= 1)
);
create index ix_identity_organisation_status on identity_organisation (status, id);

create table identity_member (
  id bigint not null,
  organisation_id bigint not null,
  login varchar(80) character set ascii collate ascii_bin not null,
  name varchar(80) not null,
  role varchar(20) character set ascii collate ascii_bin not null,
  password_hash varchar(200) character set ascii collate ascii_bin not null,
  active boolean not null,
  created_at datetime(6) not null,
  version bigint not null,
  constraint pk_identity_member primary key (id),
  constraint uq_identity_member_login unique (login),
  constraint fk_identity_member_organisation foreign key (organisation_id) references identity_organisation (id),
  constraint ck_identity_member_role check (role in ('org-admin', 'trader', 'gate', 'reader', 'audit-industry', 'audit-ecology', 'operator')),
  constraint ck_identity_member_version check (version >= 1)
);
create index ix_identity_member_organisation on identity_member (organisation_id, id);

create table identity_site (
  id bigint not null,
  organisation_id bigint not null,
  name varchar(120) not null,
  name_en varchar(160),
  adcode varchar(6) character set ascii collate ascii_bin not null,
  latitude decimal(9, 6) not null,
  longitude decimal(9, 6) not null,
  address varchar(200),
  created_at datetime(6) not null,
  version bigint not null,
  constraint pk_identity_site primary key (id),
  constraint fk_identity_site_organisation foreign key (organisation_id) references identity_organisation (id),
  constraint ck_identity_site_latitude check (latitude between 3 and 54),
  constraint ck_identity_site_longitude check (longitude between 73 and 136),
  constraint ck_identity_site_version check (version >= 1)
);
create index ix_identity_site_organisation on identity_site (organisation_id, id);

-- A session is one sign-in: the family of refresh tokens that came out of it, each used once.
create table identity_session (
  id bigint not null,
  member_id bigint not null,
  started_at datetime(6) not null,
  expires_at datetime(6) not null,
  ended_at datetime(6),
  end_reason varchar(20) character set ascii collate ascii_bin,
  constraint pk_identity_session primary key (id),
  constraint fk_identity_session_member foreign key (member_id) references identity_member (id),
  constraint ck_identity_session_end check (end_reason in ('signed-out', 'token-reused', 'deactivated', 'suspended'))
);
create index ix_identity_session_member on identity_session (member_id, id);
create index ix_identity_session_expiry on identity_session (expires_at);

create table identity_refresh_token (
  id bigint not null,
  session_id bigint not null,
  token_hash binary(32) not null,
  issued_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_at datetime(6),
  constraint pk_identity_refresh_token primary key (id),
  constraint uq_identity_refresh_token_hash unique (token_hash),
  constraint fk_identity_refresh_token_session foreign key (session_id) references identity_session (id)
);
create index ix_identity_refresh_token_session on identity_refresh_token (session_id);

-- Failed sign-ins, by login whether or not such a member exists, so that a lock does not tell which logins do.
create table identity_sign_in_guard (
  login_hash binary(32) not null,
  failures smallint not null,
  locks smallint not null,
  locked_until datetime(6),
  last_attempt_at datetime(6) not null,
  constraint pk_identity_sign_in_guard primary key (login_hash)
);
create index ix_identity_sign_in_guard_age on identity_sign_in_guard (last_attempt_at);

-- The one-time secret that makes the first operator; one row, ever.
create table identity_bootstrap (
  id bigint not null,
  secret_hash binary(32) not null,
  created_at datetime(6) not null,
  used_at datetime(6),
  constraint pk_identity_bootstrap primary key (id),
  constraint ck_identity_bootstrap_single check (id = 1)
);
