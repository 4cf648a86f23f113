package cn.wufei.exchange.account;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.identity.SiteRef;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.book.BookAccount;
import cn.wufei.exchange.ledger.book.StatementLine;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import cn.wufei.exchange.transfer.Load;
import cn.wufei.exchange.transfer.Loads;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the names of what accounts and postings are about.
@Singleton
class Names {

  private final Organisations organisations;
  private final Streams streams;
  private final Agreements agreements;
  private final Loads loads;

  Names(Organisations organisations, Streams streams, Agreements agreements, Loads loads) {
    this.organisations = organisations;
    this.streams = streams;
    this.agreements = agreements;
    this.loads = loads;
  }

  OfAccounts ofAccounts(List<BookAccount> accounts) {
    return new OfAccounts(
        organisations.findAll(
            union(ids(accounts, BookAccount::ownerId), ids(accounts, BookAccount::counterpartyId))),
        organisations.findSites(ids(accounts, BookAccount::siteId)),
        streams.findAll(ids(accounts, BookAccount::streamId)),
        numbers(ids(accounts, BookAccount::subjectId)));
  }

  OfLines ofLines(List<StatementLine> lines) {
    return new OfLines(
        organisations.findAll(
            union(
                ids(lines, line -> line.from().ownerId()),
                ids(lines, line -> line.to().ownerId()))),
        numbers(ids(lines, StatementLine::subjectId)));
  }

  /// The numbers of those of the ids that are loads or agreements.
  Map<Id, String> numbers(Collection<Id> subjects) {
    Map<Id, String> numbers = new HashMap<>();
    for (Load load : loads.findAll(subjects).values()) {
      numbers.put(load.id(), load.number());
    }
    for (Agreement agreement : agreements.findAll(subjects).values()) {
      numbers.put(agreement.id(), agreement.number());
    }
    return numbers;
  }

  private static <T> Set<Id> ids(List<T> rows, Function<T, @Nullable Id> of) {
    return rows.stream().map(of).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  private static Set<Id> union(Set<Id> one, Set<Id> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  record OfAccounts(
      Map<Id, OrganisationRef> organisations,
      Map<Id, SiteRef> sites,
      Map<Id, StreamRef> streams,
      Map<Id, String> numbers) {

    AccountView view(BookAccount account) {
      SiteRef site = account.siteId() == null ? null : sites.get(account.siteId());
      StreamRef stream = account.streamId() == null ? null : streams.get(account.streamId());
      return new AccountView(
          account.id(),
          account.number(),
          account.unit(),
          account.kind(),
          Objects.requireNonNull(organisations.get(account.ownerId())),
          account.counterpartyId() == null ? null : organisations.get(account.counterpartyId()),
          account.subjectId(),
          account.subjectId() == null ? null : numbers.get(account.subjectId()),
          account.siteId(),
          site == null ? null : site.name(),
          account.streamId(),
          stream == null ? null : stream.name(),
          account.materialKey(),
          account.generationYear(),
          account.limited(),
          account.closed(),
          account.openedAt(),
          account.held());
    }
  }

  record OfLines(Map<Id, OrganisationRef> organisations, Map<Id, String> numbers) {

    OrganisationRef owner(StatementLine.Side side) {
      return Objects.requireNonNull(organisations.get(side.ownerId()));
    }

    @Nullable String number(Id subject) {
      return numbers.get(subject);
    }
  }
}
