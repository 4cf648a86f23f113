package cn.wufei.exchange.metrics;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.kernel.Page;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.listing.VisibleLots;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells the story of a lot's tonnes. The producer and the authorities read all of it; a receiver
/// what was published and what went to itself; everybody else, while the lot is published, that it
/// was.
@Singleton
class TellStory {

  private final Lots lots;
  private final VisibleLots visible;
  private final Streams streams;
  private final Organisations organisations;
  private final StoryViews views;

  TellStory(
      Lots lots,
      VisibleLots visible,
      Streams streams,
      Organisations organisations,
      StoryViews views) {
    this.lots = lots;
    this.visible = visible;
    this.streams = streams;
    this.organisations = organisations;
    this.views = views;
  }

  /// @param before the transfer that the last page ended with; nothing for the first page, which
  ///   alone has the sums and the sources
  /// @param limit how many transfers are told at most, each in one line or a few
  Outcome<LotStory> handle(Caller caller, Id lotId, @Nullable Id before, int limit) {
    Lot lot = lots.find(lotId);
    if (lot == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    boolean whole = caller.maySee(lot.organisation().id());
    List<StoryViews.Agreed> agreements =
        views.agreementsOn(lotId, whole ? null : caller.organisationId());
    if (agreements.isEmpty() && !visible.maySee(caller, lot)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    StoryLines lines = new StoryLines(caller, lot, subjects(lot, agreements));
    List<LotShare.Used> used = used(lot, agreements);
    Page<Id> transfers = transfers(lines, used, before, limit);
    StreamRef stream = whole ? streams.find(lot.streamId()) : null;
    return Outcome.done(
        new LotStory(
            lot.id(),
            lot.title(),
            lot.streamId(),
            stream == null ? null : stream.name(),
            lot.organisation(),
            !whole,
            before == null ? StoryLines.sums(views.sumsOfSubjects(lines.subjectIds()), used) : null,
            before == null ? sources(lines, lot, whole) : null,
            told(lines, transfers.items(), used, whole),
            transfers.next()));
  }

  private List<LotStory.Line> sources(StoryLines lines, Lot lot, boolean whole) {
    return whole
        ? lines.sources(
            views.sumsOfSources(lot.streamId()),
            views.newestOfSources(lot.streamId(), StoryLines.POSTINGS_NAMED_MAX))
        : List.of();
  }

  /// The newest transfers of the lot's facts and of its use together.
  private Page<Id> transfers(
      StoryLines lines, List<LotShare.Used> used, @Nullable Id before, int limit) {
    Stream<Id> uses =
        used.stream()
            .map(part -> part.posting().transferId())
            .filter(id -> before == null || id.compareTo(before) < 0);
    return Page.ofSurplus(
        Stream.concat(views.transfersOf(lines.subjectIds(), before, limit + 1).stream(), uses)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(limit + 1L)
            .toList(),
        limit,
        Id::toString);
  }

  private List<LotStory.Line> told(
      StoryLines lines, List<Id> transfers, List<LotShare.Used> used, boolean whole) {
    if (transfers.isEmpty()) {
      return List.of();
    }
    Set<Id> asked = Set.copyOf(transfers);
    List<LotShare.Used> usedNow =
        used.stream().filter(part -> asked.contains(part.posting().transferId())).toList();
    List<StoryPosting> facts =
        views.ofTransfers(transfers).stream()
            .filter(posting -> lines.subjectIds().contains(posting.subjectId()))
            .toList();
    Set<Id> reports =
        usedNow.stream().map(part -> part.posting().subjectId()).collect(Collectors.toSet());
    return Stream.concat(
            lines.facts(facts, whole).stream(), lines.use(usedNow, views.reports(reports)).stream())
        .sorted(Comparator.comparing(StoryLines.Told::transfer, Comparator.reverseOrder()))
        .map(StoryLines.Told::line)
        .toList();
  }

  private List<LotShare.Used> used(Lot lot, List<StoryViews.Agreed> agreements) {
    Set<Id> receivers =
        agreements.stream().map(StoryViews.Agreed::buyerId).collect(Collectors.toSet());
    return receivers.isEmpty()
        ? List.of()
        : LotShare.of(
            lot.id(),
            views.lotsOfLoads(lot.streamId(), receivers),
            views.ofHeaps(lot.streamId(), receivers));
  }

  private Map<Id, StoryLines.Subject> subjects(Lot lot, List<StoryViews.Agreed> agreements) {
    List<StoryViews.Loaded> loads =
        agreements.isEmpty()
            ? List.of()
            : views.loadsUnder(agreements.stream().map(StoryViews.Agreed::id).toList());
    Map<Id, OrganisationRef> parties =
        organisations.findAll(
            agreements.stream().map(StoryViews.Agreed::buyerId).collect(Collectors.toSet()));
    Map<Id, StoryLines.Subject> subjects = new HashMap<>();
    subjects.put(lot.id(), new StoryLines.Subject(LotStory.Subject.LOT, null, null));
    agreements.forEach(agreement ->
        subjects.put(
            agreement.id(),
            new StoryLines.Subject(
                LotStory.Subject.AGREEMENT, agreement.number(), parties.get(agreement.buyerId()))));
    loads.forEach(load ->
        subjects.put(
            load.id(),
            new StoryLines.Subject(
                LotStory.Subject.LOAD, load.number(), parties.get(load.buyerId()))));
    return subjects;
  }
}
