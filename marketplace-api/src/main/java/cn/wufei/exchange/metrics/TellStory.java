package cn.wufei.exchange.metrics;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.listing.Lot;
import cn.wufei.exchange.listing.LotStatus;
import cn.wufei.exchange.listing.Lots;
import cn.wufei.exchange.stream.StreamRef;
import cn.wufei.exchange.stream.Streams;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells the story of a lot's tonnes. The producer and the authorities read all of it; a receiver
/// what was published and what went to itself; everybody else, while the lot is published, that it
/// was.
@Singleton
class TellStory {

  private final Lots lots;
  private final Streams streams;
  private final Organisations organisations;
  private final StoryViews views;

  TellStory(Lots lots, Streams streams, Organisations organisations, StoryViews views) {
    this.lots = lots;
    this.streams = streams;
    this.organisations = organisations;
    this.views = views;
  }

  Outcome<LotStory> handle(Caller caller, Id lotId) {
    Lot lot = lots.find(lotId);
    if (lot == null) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    boolean whole = caller.maySee(lot.organisation().id());
    List<StoryViews.Agreed> agreements =
        views.agreementsOn(lotId, whole ? null : caller.organisationId());
    if (!whole && agreements.isEmpty() && lot.status() != LotStatus.PUBLISHED) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    StoryLines lines = new StoryLines(caller, lot, subjects(lot, agreements));
    if (whole) {
      lines.addSources(views.sourcesOf(lot.streamId()));
    }
    lines.addFacts(views.ofSubjects(lines.subjectIds()), whole);
    addUse(lines, lot, agreements);
    StreamRef stream = whole ? streams.find(lot.streamId()) : null;
    return Outcome.done(lines.story(stream == null ? null : stream.name()));
  }

  private void addUse(StoryLines lines, Lot lot, List<StoryViews.Agreed> agreements) {
    Set<Id> receivers =
        agreements.stream().map(StoryViews.Agreed::buyerId).collect(Collectors.toSet());
    if (receivers.isEmpty()) {
      return;
    }
    List<LotShare.Used> used =
        LotShare.of(
            lot.id(),
            views.lotsOfLoads(lot.streamId(), receivers),
            views.ofHeaps(lot.streamId(), receivers));
    lines.addUse(
        used,
        views.reports(
            used.stream().map(part -> part.posting().subjectId()).collect(Collectors.toSet())));
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
