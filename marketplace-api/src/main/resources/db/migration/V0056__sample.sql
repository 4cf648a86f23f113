-- A buyer asks the seller of a lot for a sample of it, to have it assayed before buying. No tonne and no money move by it. What
-- was asked for never changes; status, the day that is due and what came of it do. `open_lot_id` keeps a second request of the
-- same buyer for the same lot away while one is open. The quantity is grams: a laboratory may want less than a kilogram.
create table sample_request (
  id bigint not null,
  version bigint not null,
  process_version smallint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  lot_id bigint not null,
  open_lot_id bigint,
  lot_title varchar(120) not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  seller_id bigint not null,
  buyer_id bigint not null,
  seller_site_id bigint not null,
  buyer_site_id bigint not null,
  quantity_g int not null,
  wishes varchar(1000),
  wanted_by date,
  courier_payer varchar(20) character set ascii collate ascii_bin not null,
  message varchar(2000),
  asked_at datetime(6) not null,
  due_on date,
  send_by date,
  received_on date,
  verdict varchar(20) character set ascii collate ascii_bin,
  constraint pk_sample_request primary key (id),
  constraint uq_sample_request_open unique (buyer_id, open_lot_id),
  constraint ck_sample_request_status check (
    status in ('requested', 'accepted', 'sent', 'received', 'concluded', 'declined', 'withdrawn', 'lapsed')),
  constraint ck_sample_request_parties check (seller_id <> buyer_id),
  constraint ck_sample_request_quantity check (quantity_g between 100 and 200000),
  constraint ck_sample_request_payer check (courier_payer in ('seller', 'buyer')),
  constraint ck_sample_request_open check (
    (status in ('requested', 'accepted', 'sent')) = (open_lot_id is not null)),
  constraint ck_sample_request_due check (
    (status in ('requested', 'accepted', 'sent', 'received')) = (due_on is not null)),
  constraint ck_sample_request_send_by check (
    status not in ('accepted', 'sent', 'received', 'concluded') or send_by is not null),
  constraint ck_sample_request_received check ((status in ('received', 'concluded')) = (received_on is not null)),
  constraint ck_sample_request_verdict check ((status = 'concluded') = (verdict is not null)),
  constraint ck_sample_request_verdicts check (verdict in ('suitable', 'unsuitable', 'no-statement'))
);
create index ix_sample_request_seller on sample_request (seller_id, status, id);
create index ix_sample_request_buyer on sample_request (buyer_id, status, id);
create index ix_sample_request_lot on sample_request (lot_id);
create index ix_sample_request_due on sample_request (status, due_on);

-- What was sent: how the sample was taken, and with whom it went.
create table sample_dispatch (
  request_id bigint not null,
  sent_on date not null,
  courier varchar(120),
  tracking_number varchar(60),
  mark varchar(60) not null,
  sampled_on date not null,
  sampled_by varchar(120) not null,
  sampling_method varchar(1000) not null,
  constraint pk_sample_dispatch primary key (request_id),
  constraint fk_sample_dispatch_request foreign key (request_id) references sample_request (id),
  constraint ck_sample_dispatch_days check (sampled_on <= sent_on)
);

-- Every step of the course, once and for good. The exchange takes those that time brings; then nobody stands beside it.
create table sample_step (
  request_id bigint not null,
  line smallint not null,
  act varchar(20) character set ascii collate ascii_bin not null,
  side varchar(20) character set ascii collate ascii_bin,
  member_id bigint,
  day date,
  words varchar(2000),
  taken_at datetime(6) not null,
  constraint pk_sample_step primary key (request_id, line),
  constraint fk_sample_step_request foreign key (request_id) references sample_request (id),
  constraint ck_sample_step_side check (side in ('seller', 'buyer')),
  constraint ck_sample_step_member check ((side is null) = (member_id is null))
);
/* [jooq ignore start] */
create trigger tr_sample_dispatch_update before update on sample_dispatch for each row
  signal sqlstate '45000' set message_text = 'sample_dispatch is insert-only: no row is ever changed';
create trigger tr_sample_dispatch_delete before delete on sample_dispatch for each row
  signal sqlstate '45000' set message_text = 'sample_dispatch is insert-only: no row is ever deleted';
create trigger tr_sample_step_update before update on sample_step for each row
  signal sqlstate '45000' set message_text = 'sample_step is insert-only: no row is ever changed';
create trigger tr_sample_step_delete before delete on sample_step for each row
  signal sqlstate '45000' set message_text = 'sample_step is insert-only: no row is ever deleted';
/* [jooq ignore stop] */
