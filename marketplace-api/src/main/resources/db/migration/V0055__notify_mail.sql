-- Where a member gets mail, and what came of confirming the address. The code that was mailed is known by its hash alone.
-- `digest_to` is the number of the last notice that a daily mail has dealt with, `digest_day` the day of that mail in China.
create table notify_address (
  member_id bigint not null,
  organisation_id bigint not null,
  address varchar(254) character set ascii collate ascii_bin not null,
  language varchar(5) character set ascii collate ascii_bin not null,
  confirmed_at datetime(6),
  code_hash binary(32),
  code_expires_at datetime(6),
  code_sent_at datetime(6),
  digest_to bigint not null,
  digest_day date not null,
  constraint pk_notify_address primary key (member_id),
  constraint ck_notify_address_language check (language in ('zh-CN', 'en')),
  constraint ck_notify_address_code check ((code_hash is null) = (code_expires_at is null))
);
create index ix_notify_address_organisation on notify_address (organisation_id);
create index ix_notify_address_digest on notify_address (digest_day);

-- Of which groups of notices a member wants mail. No row: none.
create table notify_preference (
  member_id bigint not null,
  topic varchar(20) character set ascii collate ascii_bin not null,
  mail varchar(10) character set ascii collate ascii_bin not null,
  constraint pk_notify_preference primary key (member_id, topic),
  constraint ck_notify_preference_mail check (mail in ('at-once', 'daily'))
);

-- Mails to be sent, written with what they tell; claimed as messages to webhooks are.
create table notify_mail (
  id bigint not null,
  member_id bigint not null,
  address varchar(254) character set ascii collate ascii_bin not null,
  subject varchar(200) not null,
  text longtext character set utf8mb4 collate utf8mb4_bin not null,
  html longtext character set utf8mb4 collate utf8mb4_bin not null,
  created_at datetime(6) not null,
  status varchar(10) character set ascii collate ascii_bin not null,
  attempts int not null,
  due_at datetime(6),
  claim bigint,
  failure varchar(200),
  constraint pk_notify_mail primary key (id),
  constraint ck_notify_mail_status check (status in ('waiting', 'sent', 'failed', 'dropped')),
  constraint ck_notify_mail_due check ((status = 'waiting') = (due_at is not null))
);
create index ix_notify_mail_due on notify_mail (due_at);
create index ix_notify_mail_created on notify_mail (created_at);
