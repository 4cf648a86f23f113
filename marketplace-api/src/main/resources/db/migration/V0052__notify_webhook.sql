-- Webhooks: addresses of a firm's own systems to which the exchange sends what the firm is told. The secret stands here as it
-- is, since each message is signed with it. While a secret is renewed the one before it signs too, until `previous_until`.
create table notify_webhook (
  id bigint not null,
  organisation_id bigint not null,
  name varchar(60) not null,
  url varchar(500) character set ascii collate ascii_bin not null,
  kinds varchar(2000) character set ascii collate ascii_bin,
  state varchar(10) character set ascii collate ascii_bin not null,
  pause_reason varchar(10) character set ascii collate ascii_bin,
  failures_in_row int not null,
  failing_since datetime(6),
  secret varchar(60) character set ascii collate ascii_bin not null,
  previous_secret varchar(60) character set ascii collate ascii_bin,
  previous_until datetime(6),
  creator_id bigint not null,
  created_at datetime(6) not null,
  version bigint not null,
  constraint pk_notify_webhook primary key (id),
  constraint ck_notify_webhook_state check (state in ('active', 'paused', 'removed')),
  constraint ck_notify_webhook_pause check ((state = 'paused') = (pause_reason is not null)),
  constraint ck_notify_webhook_failing check ((failures_in_row > 0) = (failing_since is not null)),
  constraint ck_notify_webhook_previous check ((previous_secret is null) = (previous_until is null))
);
create index ix_notify_webhook_organisation on notify_webhook (organisation_id, id);

-- One message to one webhook, written with the notice that it tells; not under a foreign key, whose check would have what is
-- told wait for whoever counts a failure of the webhook. It waits until `due_at`; whoever sends it moves that
-- beyond the time that sending takes and marks it with a claim, so that it is sent again by another who finds it due after a
-- crash. A message that is held waits for its webhook to go on.
create table notify_webhook_delivery (
  id bigint not null,
  webhook_id bigint not null,
  kind varchar(40) character set ascii collate ascii_bin not null,
  number bigint,
  body longtext character set utf8mb4 collate utf8mb4_bin not null,
  created_at datetime(6) not null,
  status varchar(10) character set ascii collate ascii_bin not null,
  attempts int not null,
  due_at datetime(6),
  claim bigint,
  retries int not null,
  last_attempt_at datetime(6),
  answer_status int,
  failure varchar(30) character set ascii collate ascii_bin,
  constraint pk_notify_webhook_delivery primary key (id),
  constraint ck_notify_webhook_delivery_status check (status in ('waiting', 'held', 'sent', 'failed', 'dropped')),
  constraint ck_notify_webhook_delivery_due check ((status = 'waiting') = (due_at is not null))
);
create index ix_notify_webhook_delivery_list on notify_webhook_delivery (webhook_id, id);
create index ix_notify_webhook_delivery_status on notify_webhook_delivery (webhook_id, status, due_at);
create index ix_notify_webhook_delivery_due on notify_webhook_delivery (status, due_at);
create index ix_notify_webhook_delivery_created on notify_webhook_delivery (created_at);

-- What came of each attempt, with the beginning of the answer.
create table notify_webhook_attempt (
  delivery_id bigint not null,
  number int not null,
  started_at datetime(6) not null,
  took_ms int not null,
  answer_status int,
  failure varchar(30) character set ascii collate ascii_bin,
  answer varchar(1024),
  constraint pk_notify_webhook_attempt primary key (delivery_id, number),
  constraint fk_notify_webhook_attempt_delivery foreign key (delivery_id) references notify_webhook_delivery (id)
);
