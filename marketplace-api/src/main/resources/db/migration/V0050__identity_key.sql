-- Keys with which programs of a firm, such as its ERP system, act on the exchange. A key is a member that is a program: it
-- has no password, and its login holds capitals, which no typed login does. Of the secret there is only the hash.
alter table identity_member add column program boolean default false not null;

-- The session may be swept once it is over; the row of the key stays and tells that there was one.
create table identity_key (
  id bigint not null,
  organisation_id bigint not null,
  member_id bigint not null,
  session_id bigint not null,
  name varchar(60) not null,
  secret_hash binary(32) not null,
  hint varchar(4) character set ascii collate ascii_bin not null,
  creator_id bigint not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  revoked_at datetime(6),
  revoker_id bigint,
  last_used_at datetime(6),
  constraint pk_identity_key primary key (id),
  constraint uq_identity_key_secret unique (secret_hash),
  constraint fk_identity_key_member foreign key (member_id) references identity_member (id),
  constraint ck_identity_key_revoked check ((revoked_at is null) = (revoker_id is null))
);
create index ix_identity_key_organisation on identity_key (organisation_id, id);

-- A key that is revoked ends its session.
alter table identity_session add constraint ck_identity_session_ended
  check (end_reason in ('signed-out', 'token-reused', 'deactivated', 'suspended', 'revoked'))
  /*M!100600 , drop constraint ck_identity_session_end */ /*!80016 , drop check ck_identity_session_end */;
