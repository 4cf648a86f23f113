-- A pair that was shown to somebody as a match, once per pair: the tonnes that the audit desk counts as matched. What
-- it says is what held when it was first shown.
create table matching_match (
  id bigint not null,
  lot_id bigint not null,
  demand_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  quantity_kg bigint not null,
  delivered_yuan_per_t decimal(12, 2) not null,
  score decimal(4, 1) not null,
  first_shown_at datetime(6) not null,
  shown_to_organisation_id bigint not null,
  constraint pk_matching_match primary key (id),
  constraint uq_matching_match_pair unique (lot_id, demand_id),
  constraint ck_matching_match_quantity check (quantity_kg > 0),
  constraint ck_matching_match_score check (score >= 0 and score <= 100)
);
create index ix_matching_match_demand on matching_match (demand_id);
create index ix_matching_match_shown on matching_match (first_shown_at, id);
create index ix_matching_match_material on matching_match (material_key, first_shown_at);
