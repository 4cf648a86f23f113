package cn.wufei.exchange.deal.document;

import static cn.wufei.exchange.db.Tables.DEAL_AGREEMENT;
import static cn.wufei.exchange.db.Tables.DEAL_DOCUMENT;
import static cn.wufei.exchange.db.Tables.DEAL_DOCUMENT_CONTENT;
import static cn.wufei.exchange.db.Tables.DEAL_DOCUMENT_SIGNATURE;
import static cn.wufei.exchange.db.Tables.DEAL_OFFER;

import cn.wufei.exchange.db.tables.records.DealDocumentRecord;
import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Versions of agreements, their contents and signatures as rows. Whoever writes holds the
/// agreement.
@Singleton
@Connectable
class DocumentStore {

  private final DSLContext sql;

  DocumentStore(DSLContext sql) {
    this.sql = sql;
  }

  /// All versions of an agreement, newest first.
  List<DocumentRow> of(Id agreement) {
    return sql.selectFrom(DEAL_DOCUMENT)
        .where(DEAL_DOCUMENT.AGREEMENT_ID.eq(agreement))
        .orderBy(DEAL_DOCUMENT.NUMBER.desc())
        .fetch(DocumentStore::row);
  }

  @Nullable DocumentRow find(Id agreement, int number) {
    return sql.selectFrom(DEAL_DOCUMENT)
        .where(DEAL_DOCUMENT.AGREEMENT_ID.eq(agreement))
        .and(DEAL_DOCUMENT.NUMBER.eq(number))
        .fetchOne(DocumentStore::row);
  }

  /// The version of an agreement that waits for signatures.
  @Nullable DocumentRow findOpen(Id agreement) {
    return sql.selectFrom(DEAL_DOCUMENT)
        .where(DEAL_DOCUMENT.OPEN_AGREEMENT_ID.eq(agreement))
        .fetchOne(DocumentStore::row);
  }

  void insert(DocumentRow document, WrittenContent content) {
    sql.insertInto(DEAL_DOCUMENT_CONTENT)
        .set(DEAL_DOCUMENT_CONTENT.DOCUMENT_ID, document.id())
        .set(DEAL_DOCUMENT_CONTENT.CONTENT, content.bytes())
        .set(DEAL_DOCUMENT_CONTENT.SHA256, content.sha256())
        .execute();
    DocumentRow.Proposal proposal = document.proposal();
    sql.insertInto(DEAL_DOCUMENT)
        .set(DEAL_DOCUMENT.ID, document.id())
        .set(DEAL_DOCUMENT.VERSION, document.version())
        .set(DEAL_DOCUMENT.PROCESS_VERSION, (short) document.process())
        .set(DEAL_DOCUMENT.STATUS, document.status().code())
        .set(DEAL_DOCUMENT.AGREEMENT_ID, document.agreementId())
        .set(DEAL_DOCUMENT.NUMBER, document.number())
        .set(DEAL_DOCUMENT.OPEN_AGREEMENT_ID, openAgreement(document))
        .set(DEAL_DOCUMENT.PROPOSER, proposal == null ? null : proposal.side().code())
        .set(DEAL_DOCUMENT.PROPOSED_BY_ID, proposal == null ? null : proposal.memberId())
        .set(DEAL_DOCUMENT.NOTE, proposal == null ? null : proposal.note())
        .set(DEAL_DOCUMENT.MADE_AT, document.madeAt())
        .set(DEAL_DOCUMENT.ENDED_AT, document.endedAt())
        .execute();
  }

  /// Writes status, end and version.
  void update(DocumentRow document) {
    sql.update(DEAL_DOCUMENT)
        .set(DEAL_DOCUMENT.VERSION, document.version())
        .set(DEAL_DOCUMENT.STATUS, document.status().code())
        .set(DEAL_DOCUMENT.OPEN_AGREEMENT_ID, openAgreement(document))
        .set(DEAL_DOCUMENT.ENDED_AT, document.endedAt())
        .set(DEAL_DOCUMENT.END_REASON, document.endReason())
        .where(DEAL_DOCUMENT.ID.eq(document.id()))
        .execute();
  }

  /// What each of the versions says.
  Map<Id, WrittenContent> contents(Collection<Id> documents) {
    return sql.select(DEAL_DOCUMENT_CONTENT.DOCUMENT_ID, DEAL_DOCUMENT_CONTENT.CONTENT)
        .from(DEAL_DOCUMENT_CONTENT)
        .where(DEAL_DOCUMENT_CONTENT.DOCUMENT_ID.in(documents))
        .fetchMap(row -> row.value1(), row -> new WrittenContent(row.value2()));
  }

  WrittenContent content(Id document) {
    return Objects.requireNonNull(contents(List.of(document)).get(document));
  }

  void sign(SignatureRow signature) {
    sql.insertInto(DEAL_DOCUMENT_SIGNATURE)
        .set(DEAL_DOCUMENT_SIGNATURE.DOCUMENT_ID, signature.documentId())
        .set(DEAL_DOCUMENT_SIGNATURE.SIDE, signature.side().code())
        .set(DEAL_DOCUMENT_SIGNATURE.MEMBER_ID, signature.memberId())
        .set(DEAL_DOCUMENT_SIGNATURE.SIGNED_AT, signature.signedAt())
        .execute();
  }

  /// By version, in the order of signing.
  Map<Id, List<SignatureRow>> signatures(Collection<Id> documents) {
    return sql.selectFrom(DEAL_DOCUMENT_SIGNATURE)
        .where(DEAL_DOCUMENT_SIGNATURE.DOCUMENT_ID.in(documents))
        .orderBy(DEAL_DOCUMENT_SIGNATURE.DOCUMENT_ID, DEAL_DOCUMENT_SIGNATURE.SIGNED_AT)
        .fetchGroups(
            DEAL_DOCUMENT_SIGNATURE.DOCUMENT_ID,
            row ->
                new SignatureRow(
                    row.getDocumentId(),
                    Side.ofCode(row.getSide()),
                    row.getMemberId(),
                    row.getSignedAt()));
  }

  /// What was written with the offer that became the agreement.
  @Nullable String conditionsOf(Id offer) {
    return sql.select(DEAL_OFFER.MESSAGE)
        .from(DEAL_OFFER)
        .where(DEAL_OFFER.ID.eq(offer))
        .fetchOne(DEAL_OFFER.MESSAGE);
  }

  /// The versions of an organisation's agreements, newest first.
  List<DocumentRow> page(Id organisation, @Nullable Id before, int limit) {
    return sql.select(DEAL_DOCUMENT.fields())
        .from(DEAL_DOCUMENT)
        .join(DEAL_AGREEMENT)
        .on(DEAL_AGREEMENT.ID.eq(DEAL_DOCUMENT.AGREEMENT_ID))
        .where(
            DEAL_AGREEMENT.SELLER_ID.eq(organisation).or(DEAL_AGREEMENT.BUYER_ID.eq(organisation)))
        .and(before == null ? DSL.noCondition() : DEAL_DOCUMENT.ID.lt(before))
        .orderBy(DEAL_DOCUMENT.ID.desc())
        .limit(limit)
        .fetch(row -> row(row.into(DEAL_DOCUMENT)));
  }

  @Nullable Id newestAgreement() {
    return sql.select(DSL.max(DEAL_AGREEMENT.ID)).from(DEAL_AGREEMENT).fetchSingle().value1();
  }

  /// The first few agreements of which nothing is written down, of those after one and up to
  /// another.
  List<Id> unwritten(@Nullable Id after, Id upTo, int limit) {
    return sql.select(DEAL_AGREEMENT.ID)
        .from(DEAL_AGREEMENT)
        .leftJoin(DEAL_DOCUMENT)
        .on(DEAL_DOCUMENT.AGREEMENT_ID.eq(DEAL_AGREEMENT.ID).and(DEAL_DOCUMENT.NUMBER.eq(1)))
        .where(DEAL_DOCUMENT.ID.isNull())
        .and(DEAL_AGREEMENT.ID.le(upTo))
        .and(after == null ? DSL.noCondition() : DEAL_AGREEMENT.ID.gt(after))
        .orderBy(DEAL_AGREEMENT.ID)
        .limit(limit)
        .fetch(DEAL_AGREEMENT.ID);
  }

  private static @Nullable Id openAgreement(DocumentRow document) {
    return document.status().isOpen() ? document.agreementId() : null;
  }

  static DocumentRow row(DealDocumentRecord row) {
    String proposer = row.getProposer();
    return new DocumentRow(
        row.getId(),
        row.getVersion(),
        row.getProcessVersion(),
        DocumentStatus.ofCode(row.getStatus()),
        row.getAgreementId(),
        row.getNumber(),
        proposer == null
            ? null
            : new DocumentRow.Proposal(Side.ofCode(proposer), row.getProposedById(), row.getNote()),
        row.getMadeAt(),
        row.getEndedAt(),
        row.getEndReason());
  }
}
