-- What signed amendments made of the price of an agreement: from a day on it is another one. One row for each version that
-- changed it, only ever inserted, so that every load keeps the price of its day; of two that hold on a day the later version
-- counts. The agreement says whether there are any, so that nobody looks for those of one whose price stands. Its quantity,
-- which has stood beside that of its offer since the beginning, is what was agreed last.
create table deal_agreement_price (
  document_id bigint not null,
  agreement_id bigint not null,
  number integer not null,
  holds_from date not null,
  price_yuan_per_t decimal(10, 2) not null,
  adjusted boolean not null,
  made_at datetime(6) not null,
  constraint pk_deal_agreement_price primary key (document_id),
  constraint uq_deal_agreement_price_number unique (agreement_id, number),
  constraint fk_deal_agreement_price_agreement foreign key (agreement_id) references deal_agreement (id),
  constraint fk_deal_agreement_price_document foreign key (document_id) references deal_document (id),
  constraint ck_deal_agreement_price_number check (number > 1)
);
alter table deal_agreement add column repriced boolean default false not null;

/* [jooq ignore start] */
create trigger tr_deal_agreement_price_update before update on deal_agreement_price for each row
  signal sqlstate '45000' set message_text = 'deal_agreement_price is insert-only: no row is ever changed';
create trigger tr_deal_agreement_price_delete before delete on deal_agreement_price for each row
  signal sqlstate '45000' set message_text = 'deal_agreement_price is insert-only: no row is ever deleted';
/* [jooq ignore stop] */
