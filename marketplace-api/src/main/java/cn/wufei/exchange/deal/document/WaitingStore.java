package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT;
import static cn.wufei.exchange.db.Tables.DEAL_DOCUMENT;
import static cn.wufei.exchange.db.Tables.DEAL_DOCUMENT_PAPER;
import static cn.wufei.exchange.db.Tables.DEAL_DOCUMENT_SIGNATURE;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Finds the versions that wait for an organisation: for its signature, or for its answer to what
/// the other side recorded of a paper.
@Singleton
@Connectable
class WaitingStore {

  private final DSLContext sql;

  WaitingStore(DSLContext sql) {
    this.sql = sql;
  }

  int count(Id organisation) {
    return sql.fetchCount(waiting(organisation));
  }

  /// The oldest first.
  List<DocumentRow> page(Id organisation, @Nullable Id after, int limit) {
    return waiting(organisation)
        .and(after == null ? DSL.noCondition() : DEAL_DOCUMENT.ID.gt(after))
        .orderBy(DEAL_DOCUMENT.ID)
        .limit(limit)
        .fetch(row -> DocumentStore.row(row.into(DEAL_DOCUMENT)));
  }

  /// A version of an agreement that has ended waits for nobody: it lapsed.
  private SelectConditionStep<Record> waiting(Id organisation) {
    return sql.select(DEAL_DOCUMENT.fields())
        .from(DEAL_DOCUMENT)
        .join(DEAL_AGREEMENT)
        .on(DEAL_AGREEMENT.ID.eq(DEAL_DOCUMENT.OPEN_AGREEMENT_ID))
        .where(
            DEAL_AGREEMENT
                .SELLER_ID
                .eq(organisation)
                .and(waitsFor(Side.SELLER))
                .or(DEAL_AGREEMENT.BUYER_ID.eq(organisation).and(waitsFor(Side.BUYER))));
  }

  private Condition waitsFor(Side side) {
    Condition ofTheOther = DEAL_DOCUMENT_PAPER.RECORDER.ne(side.code());
    return paper(ofTheOther)
        .or(
            DSL.not(paper(DSL.noCondition()))
                .and(
                    DSL.notExists(
                        of(
                            DEAL_DOCUMENT_SIGNATURE,
                            DEAL_DOCUMENT_SIGNATURE
                                .DOCUMENT_ID
                                .eq(DEAL_DOCUMENT.ID)
                                .and(DEAL_DOCUMENT_SIGNATURE.SIDE.eq(side.code()))))));
  }

  /// That a paper waits for an answer; of an open version each that stands does.
  private Condition paper(Condition which) {
    return DSL.exists(
        of(
            DEAL_DOCUMENT_PAPER,
            DEAL_DOCUMENT_PAPER.LIVE_DOCUMENT_ID.eq(DEAL_DOCUMENT.ID).and(which)));
  }

  private SelectConditionStep<?> of(Table<?> table, Condition condition) {
    return sql.selectOne().from(table).where(condition);
  }
}
