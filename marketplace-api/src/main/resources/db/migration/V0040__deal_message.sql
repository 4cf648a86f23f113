-- What the parties of an offer write to each other beside it. A message is never changed.
create table deal_message (
  id bigint not null,
  offer_id bigint not null,
  side varchar(20) character set ascii collate ascii_bin not null,
  member_id bigint not null,
  words varchar(2000) not null,
  sent_at datetime(6) not null,
  constraint pk_deal_message primary key (id),
  constraint fk_deal_message_offer foreign key (offer_id) references deal_offer (id),
  constraint ck_deal_message_side check (side in ('seller', 'buyer'))
);
create index ix_deal_message_offer on deal_message (offer_id, id);
