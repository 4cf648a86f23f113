package cn.wufei.exchange.ledger.book;

import static cn.wufei.exchange.db.Tables.LEDGER_ACCOUNT;
import static cn.wufei.exchange.db.Tables.LEDGER_BALANCE;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.Unit;
import cn.wufei.exchange.sql.WritesSql;
import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Finds accounts with what they hold.
@Singleton
@Connectable
@WritesSql(because = "it is the public face of the ledger, named for what it gives")
public class AccountBook {

  private static final Field<Long> HELD =
      LEDGER_BALANCE.DEBIT_TOTAL.minus(LEDGER_BALANCE.CREDIT_TOTAL);
  private static final List<SelectField<?>> COLUMNS =
      List.of(
          LEDGER_ACCOUNT.ID,
          LEDGER_ACCOUNT.ACCOUNT_NUMBER,
          LEDGER_ACCOUNT.UNIT,
          LEDGER_ACCOUNT.KIND,
          LEDGER_ACCOUNT.OWNER_ID,
          LEDGER_ACCOUNT.COUNTERPARTY_ID,
          LEDGER_ACCOUNT.SUBJECT_ID,
          LEDGER_ACCOUNT.SITE_ID,
          LEDGER_ACCOUNT.STREAM_ID,
          LEDGER_ACCOUNT.MATERIAL_KEY,
          LEDGER_ACCOUNT.GENERATION_YEAR,
          LEDGER_ACCOUNT.LIMITED,
          LEDGER_ACCOUNT.OPENED_AT,
          LEDGER_BALANCE.CLOSED,
          LEDGER_BALANCE.DEBIT_TOTAL,
          LEDGER_BALANCE.CREDIT_TOTAL);

  private final DSLContext sql;

  AccountBook(DSLContext sql) {
    this.sql = sql;
  }

  public @Nullable BookAccount find(Id account) {
    return sql.select(COLUMNS)
        .from(LEDGER_ACCOUNT)
        .join(LEDGER_BALANCE)
        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
        .where(LEDGER_ACCOUNT.ID.eq(account))
        .fetchOne(AccountBook::account);
  }

  /// The accounts asked for, the newest first.
  public List<BookAccount> find(AccountQuery query, @Nullable Id before, int limit) {
    return sql.select(COLUMNS)
        .from(LEDGER_ACCOUNT)
        .join(LEDGER_BALANCE)
        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
        .where(conditions(query))
        .and(before == null ? DSL.noCondition() : LEDGER_ACCOUNT.ID.lt(before))
        .orderBy(LEDGER_ACCOUNT.ID.desc())
        .limit(limit)
        .fetch(AccountBook::account);
  }

  /// How many accounts of each kind an organisation owns, or is the counterparty of, and what they
  /// hold together.
  public List<KindTotal> kindsOf(Id organisation) {
    Field<Integer> own = DSL.when(LEDGER_ACCOUNT.OWNER_ID.eq(organisation), 1).otherwise(0);
    return sql.select(
            LEDGER_ACCOUNT.UNIT,
            LEDGER_ACCOUNT.KIND,
            own,
            DSL.count(),
            DSL.count(DSL.when(HELD.ne(0L), 1)),
            DSL.sum(HELD))
        .from(LEDGER_ACCOUNT)
        .join(LEDGER_BALANCE)
        .on(LEDGER_BALANCE.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
        .where(ofOrganisation(organisation))
        .groupBy(LEDGER_ACCOUNT.UNIT, LEDGER_ACCOUNT.KIND, own)
        .orderBy(LEDGER_ACCOUNT.UNIT, LEDGER_ACCOUNT.KIND, own.desc())
        .fetch(row ->
            new KindTotal(
                row.value1(),
                row.value2(),
                row.value3() == 1,
                row.value4(),
                row.value5(),
                row.value6().longValueExact()));
  }

  private static List<Condition> conditions(AccountQuery query) {
    List<Condition> conditions = new ArrayList<>();
    if (query.organisation() != null) {
      conditions.add(ofOrganisation(query.organisation(), query.own()));
    }
    if (query.unit() != null) {
      conditions.add(LEDGER_ACCOUNT.UNIT.eq(query.unit().code()));
    }
    if (query.kind() != null) {
      conditions.add(LEDGER_ACCOUNT.KIND.eq(query.kind().code()));
    }
    if (query.stream() != null) {
      conditions.add(LEDGER_ACCOUNT.STREAM_ID.eq(query.stream()));
    }
    if (query.subject() != null) {
      conditions.add(LEDGER_ACCOUNT.SUBJECT_ID.eq(query.subject()));
    }
    if (query.holding()) {
      conditions.add(HELD.ne(0L));
    }
    if (!query.withMoney()) {
      conditions.add(LEDGER_ACCOUNT.UNIT.ne(Unit.MONEY_FEN.code()));
    }
    return conditions;
  }

  private static Condition ofOrganisation(Id organisation, @Nullable Boolean own) {
    if (own == null) {
      return ofOrganisation(organisation);
    }
    return own
        ? LEDGER_ACCOUNT.OWNER_ID.eq(organisation)
        : LEDGER_ACCOUNT
            .COUNTERPARTY_ID
            .eq(organisation)
            .and(LEDGER_ACCOUNT.OWNER_ID.ne(organisation));
  }

  static Condition ofOrganisation(Id organisation) {
    return LEDGER_ACCOUNT
        .OWNER_ID
        .eq(organisation)
        .or(LEDGER_ACCOUNT.COUNTERPARTY_ID.eq(organisation));
  }

  private static BookAccount account(Record row) {
    Short year = row.get(LEDGER_ACCOUNT.GENERATION_YEAR);
    return new BookAccount(
        row.get(LEDGER_ACCOUNT.ID),
        row.get(LEDGER_ACCOUNT.ACCOUNT_NUMBER),
        row.get(LEDGER_ACCOUNT.UNIT),
        row.get(LEDGER_ACCOUNT.KIND),
        row.get(LEDGER_ACCOUNT.OWNER_ID),
        row.get(LEDGER_ACCOUNT.COUNTERPARTY_ID),
        row.get(LEDGER_ACCOUNT.SUBJECT_ID),
        row.get(LEDGER_ACCOUNT.SITE_ID),
        row.get(LEDGER_ACCOUNT.STREAM_ID),
        row.get(LEDGER_ACCOUNT.MATERIAL_KEY),
        year == null ? null : (int) year,
        row.get(LEDGER_ACCOUNT.LIMITED) == 1,
        row.get(LEDGER_BALANCE.CLOSED) == 1,
        row.get(LEDGER_ACCOUNT.OPENED_AT),
        row.get(LEDGER_BALANCE.DEBIT_TOTAL),
        row.get(LEDGER_BALANCE.CREDIT_TOTAL));
  }

  /// The accounts of one kind.
  ///
  /// @param own whether the organisation owns them
  /// @param holding how many of them hold anything
  public record KindTotal(
      String unit, String kind, boolean own, int accounts, int holding, long held) {}
}
