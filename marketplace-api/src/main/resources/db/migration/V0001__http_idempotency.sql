-- Answers that were given to writes, kept so that a repeated request replays its first answer.
create table http_idempotency (
  scope_number bigint not null,
  idempotency_key varchar(80) character set ascii collate ascii_bin not null,
  route varchar(120) character set ascii collate ascii_bin not null,
  request_hash binary(32) not null,
  status smallint not null,
  body longtext not null,
  created_at datetime(6) not null,
  constraint pk_http_idempotency primary key (scope_number, idempotency_key)
);
