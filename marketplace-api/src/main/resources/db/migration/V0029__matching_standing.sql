-- Lots and demands that changed since they were last matched. A row is written in the transaction of the change, so a
-- change that commits late is matched late and not passed over. `round_id` is new with each change: who has matched an
-- earlier one does not take the row away. Whoever works on a row moves `due_at` ahead; when that worker dies, the row
-- comes due again.
create table search_unmatched (
  kind varchar(10) character set ascii collate ascii_bin not null,
  id bigint not null,
  round_id bigint not null,
  put_at datetime(6) not null,
  due_at datetime(6) not null,
  constraint pk_search_unmatched primary key (kind, id),
  constraint ck_search_unmatched_kind check (kind in ('lot', 'demand'))
);
create index ix_search_unmatched_due on search_unmatched (due_at);

-- What is on the market already is matched once.
/* [jooq ignore start] */
insert into search_unmatched (kind, id, round_id, put_at, due_at)
select kind, id, id, changed_at, changed_at from search_document where status = 'published';
/* [jooq ignore stop] */

-- Pairs of a lot and a demand that fitted when either was last matched. They are judged again before anybody sees
-- them; what is kept here is that they were found, when, and which side has looked at them.
create table matching_standing (
  id bigint not null,
  lot_id bigint not null,
  demand_id bigint not null,
  lot_organisation_id bigint not null,
  demand_organisation_id bigint not null,
  score decimal(4, 1) not null,
  found_at datetime(6) not null,
  lot_side_seen_at datetime(6),
  demand_side_seen_at datetime(6),
  constraint pk_matching_standing primary key (id),
  constraint uq_matching_standing_pair unique (lot_id, demand_id),
  constraint ck_matching_standing_sides check (lot_organisation_id <> demand_organisation_id),
  constraint ck_matching_standing_score check (score >= 0 and score <= 100)
);
create index ix_matching_standing_demand on matching_standing (demand_id, lot_id);
create index ix_matching_standing_seller on matching_standing (lot_organisation_id, id);
create index ix_matching_standing_buyer on matching_standing (demand_organisation_id, id);

-- A pair that one side does not want to see, with its reason and what held when it said so: the reason says what must
-- change for the pair to be shown again. Nobody but that side is told.
create table matching_dismissal (
  id bigint not null,
  organisation_id bigint not null,
  member_id bigint not null,
  lot_id bigint not null,
  demand_id bigint not null,
  partner_id bigint not null,
  reason varchar(20) character set ascii collate ascii_bin not null,
  note varchar(500) character set utf8mb4 collate utf8mb4_bin,
  delivered_yuan_per_t decimal(12, 2) not null,
  qualities longtext character set utf8mb4 collate utf8mb4_bin not null,
  available_kg bigint not null,
  open_kg bigint not null,
  available_from date not null,
  available_to date not null,
  needed_from date not null,
  needed_to date not null,
  dismissed_at datetime(6) not null,
  constraint pk_matching_dismissal primary key (id),
  constraint uq_matching_dismissal_pair unique (organisation_id, lot_id, demand_id),
  constraint ck_matching_dismissal_partner check (partner_id <> organisation_id),
  constraint ck_matching_dismissal_reason
    check (reason in ('price', 'quality', 'quantity', 'distance', 'timing', 'partner', 'other')),
  constraint ck_matching_dismissal_note check (reason <> 'other' or note is not null)
);
create index ix_matching_dismissal_demand on matching_dismissal (organisation_id, demand_id);
create index ix_matching_dismissal_partner on matching_dismissal (organisation_id, reason, partner_id);
