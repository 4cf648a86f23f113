package cn.wufei.exchange.metrics;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.listing.Lot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Joins postings to the lines of a story: those of one fact and one step are one line.
final class StoryLines {

  /// How many lines a story shows, and how many postings a line names.
  static final int LINES_MAX = 500;

  static final int POSTINGS_NAMED_MAX = 50;

  private final Caller caller;
  private final Lot lot;
  private final Map<Id, Subject> subjects;
  private final List<LotStory.Line> sources = new ArrayList<>();
  private final List<LotStory.Line> lines = new ArrayList<>();

  StoryLines(Caller caller, Lot lot, Map<Id, Subject> subjects) {
    this.caller = caller;
    this.lot = lot;
    this.subjects = subjects;
  }

  Collection<Id> subjectIds() {
    return subjects.keySet();
  }

  /// One line for each source and generation year of the stream.
  void addSources(List<StoryPosting> postings) {
    var subject = new Subject(LotStory.Subject.STREAM, null, null);
    grouped(postings, posting -> new SourceKey(posting.step(), year(posting))).values().stream()
        .map(
            group -> line(group, sum(group), year(group.getFirst()), subject, lot.streamId(), null))
        .sorted(
            Comparator.comparing(
                    LotStory.Line::generationYear, Comparator.nullsFirst(Integer::compare))
                .thenComparing(LotStory.Line::step))
        .forEach(sources::add);
  }

  /// @param whole whether the reader sees what is not its own
  void addFacts(List<StoryPosting> postings, boolean whole) {
    grouped(postings, posting -> new FactKey(posting.transferId(), posting.step()))
        .values()
        .forEach(group -> {
          StoryPosting first = group.getFirst();
          Subject subject = Objects.requireNonNull(subjects.get(first.subjectId()));
          boolean shown = whole || first.step() != StoryStep.WITHDRAWN;
          if (shown) {
            lines.add(line(group, sum(group), null, subject, first.subjectId(), null));
          }
        });
  }

  /// The lot's share of each report, with the rule that it follows from.
  void addUse(List<LotShare.Used> used, Map<Id, StoryViews.Reported> reports) {
    Map<Id, List<LotShare.Used>> byTransfer = new LinkedHashMap<>();
    used.forEach(part ->
        byTransfer.computeIfAbsent(part.posting().transferId(), _ -> new ArrayList<>()).add(part));
    for (List<LotShare.Used> parts : byTransfer.values()) {
      StoryPosting first = parts.getFirst().posting();
      StoryViews.Reported report = reports.get(first.subjectId());
      var subject =
          new Subject(
              LotStory.Subject.USE_REPORT,
              report == null ? null : report.month().toString(),
              partyOf(first));
      lines.add(
          line(
              parts.stream().map(LotShare.Used::posting).toList(),
              parts.stream().mapToLong(LotShare.Used::kg).sum(),
              null,
              subject,
              first.subjectId(),
              report == null ? null : report.rule()));
    }
  }

  LotStory story(@Nullable String streamName) {
    lines.sort(
        Comparator.comparing(LotStory.Line::occurredOn)
            .thenComparing(line -> line.postings().getFirst()));
    List<LotStory.Line> all = new ArrayList<>(sources);
    all.addAll(lines);
    return new LotStory(
        lot.id(),
        lot.title(),
        lot.streamId(),
        streamName,
        lot.organisation(),
        !caller.maySee(lot.organisation().id()),
        new LotStory.Sums(
            total(StoryStep.PUBLISHED),
            total(StoryStep.RESERVED) - total(StoryStep.UNRESERVED),
            total(StoryStep.DISPATCHED),
            total(StoryStep.RECEIVED),
            total(StoryStep.RETURNED),
            total(StoryStep.USED)),
        List.copyOf(all.subList(0, Math.min(LINES_MAX, all.size()))),
        all.size() > LINES_MAX);
  }

  private long total(StoryStep step) {
    return lines.stream().filter(line -> line.step() == step).mapToLong(LotStory.Line::kg).sum();
  }

  private @Nullable OrganisationRef partyOf(StoryPosting use) {
    return subjects.values().stream()
        .map(Subject::party)
        .filter(party -> party != null && use.isOf(party.id()))
        .findFirst()
        .orElse(null);
  }

  private LotStory.Line line(
      List<StoryPosting> group,
      long kg,
      @Nullable Integer year,
      Subject subject,
      Id subjectId,
      @Nullable String rule) {
    StoryPosting last = group.getLast();
    return new LotStory.Line(
        Objects.requireNonNull(last.step()),
        group.stream().map(StoryPosting::occurredOn).max(Comparator.naturalOrder()).orElseThrow(),
        last.recordedAt(),
        kg,
        year,
        subject.party(),
        subject.kind(),
        subjectId,
        subject.number(),
        rule,
        group.reversed().stream().limit(POSTINGS_NAMED_MAX).map(StoryPosting::number).toList(),
        caller.role().seesAll()
            || group.stream().allMatch(posting -> posting.isOf(caller.organisationId())));
  }

  private static <K> Map<K, List<StoryPosting>> grouped(
      List<StoryPosting> postings, java.util.function.Function<StoryPosting, K> key) {
    Map<K, List<StoryPosting>> groups = new LinkedHashMap<>();
    postings.stream()
        .filter(posting -> posting.step() != null)
        .forEach(posting ->
            groups.computeIfAbsent(key.apply(posting), _ -> new ArrayList<>()).add(posting));
    return groups;
  }

  private static long sum(List<StoryPosting> group) {
    return group.stream().mapToLong(StoryPosting::kg).sum();
  }

  private static @Nullable Integer year(StoryPosting posting) {
    Integer given = posting.from().generationYear();
    return given == null ? posting.to().generationYear() : given;
  }

  /// What a line is about.
  record Subject(LotStory.Subject kind, @Nullable String number, @Nullable OrganisationRef party) {}

  private record SourceKey(@Nullable StoryStep step, @Nullable Integer year) {}

  private record FactKey(Id transferId, @Nullable StoryStep step) {}
}
