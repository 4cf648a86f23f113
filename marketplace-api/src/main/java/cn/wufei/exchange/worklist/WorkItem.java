package cn.wufei.exchange.worklist;

import cn.wufei.exchange.identity.OrganisationRef;
import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// One thing to do. Facts that a kind does not have are absent; the page makes the sentence.
///
/// @param key unique among the items of its kind
/// @param subjectId what it is about: the offer, load, stream, organisation and so on
/// @param parentId what the subject belongs to, where it is found there: the stream of an entry
/// @param label what people call it: a title, a number, a name
/// @param labelEn the same in English, where there is one
/// @param aspect what of it is meant, where the kind has several: the kind of record that a
///   correction changes; `agree` or `disputed` of a statement; `confirm` or `release` of a deposit;
///   `sign`, `amendment` or `confirm` of an agreement; `answer-sample`, `send-sample` or
///   `receive-sample` of a sample; `called` or `consent` of a call-off
/// @param partner who waits for it
/// @param massKg kilograms that it is about
/// @param amountFen fen, tax included
/// @param month `YYYY-MM`
/// @param note what was written with it, such as a reason or a truck's plate
/// @param since when it came to wait, where that is known
/// @param due the last day on which it can be done, or was to be
/// @param voids whether a correction takes the record back altogether
@Serdeable
@Schema(name = "WorkItem")
public record WorkItem(
    WorkKind kind,
    String key,
    Id subjectId,
    @Nullable Id parentId,
    String label,
    @Nullable String labelEn,
    @Nullable String aspect,
    @Nullable OrganisationRef partner,
    @Nullable String materialKey,
    @Nullable Long massKg,
    @Nullable BigDecimal priceYuanPerT,
    @Nullable Long amountFen,
    @Nullable Id siteId,
    @Nullable String siteName,
    @Nullable String month,
    @Nullable String note,
    @Nullable Instant since,
    @Nullable LocalDate due,
    boolean voids) {

  public static Builder of(WorkKind kind, Id subject, String label) {
    return new Builder(kind, subject, label);
  }

  /// Gathers what is known of an item.
  public static final class Builder {
    private final WorkKind kind;
    private final Id subject;
    private final String label;
    private String key;
    private @Nullable Id parent;
    private @Nullable String labelEn;
    private @Nullable String aspect;
    private @Nullable OrganisationRef partner;
    private @Nullable String material;
    private @Nullable Long massKg;
    private @Nullable BigDecimal priceYuanPerT;
    private @Nullable Long amountFen;
    private @Nullable Id siteId;
    private @Nullable String siteName;
    private @Nullable String month;
    private @Nullable String note;
    private @Nullable Instant since;
    private @Nullable LocalDate due;
    private boolean voids;

    private Builder(WorkKind kind, Id subject, String label) {
      this.kind = kind;
      this.subject = subject;
      this.label = label;
      this.key = subject.toString();
    }

    /// Where one subject gives several items.
    public Builder key(String unique) {
      key = unique;
      return this;
    }

    public Builder parent(Id id) {
      parent = id;
      return this;
    }

    public Builder labelEn(@Nullable String english) {
      labelEn = english;
      return this;
    }

    public Builder aspect(String meant) {
      aspect = meant;
      return this;
    }

    public Builder partner(@Nullable OrganisationRef waiting) {
      partner = waiting;
      return this;
    }

    public Builder material(@Nullable String materialKey) {
      material = materialKey;
      return this;
    }

    public Builder mass(long kg) {
      massKg = kg;
      return this;
    }

    public Builder price(BigDecimal yuanPerT) {
      priceYuanPerT = yuanPerT;
      return this;
    }

    public Builder amount(long fen) {
      amountFen = fen;
      return this;
    }

    public Builder site(Id id, String name) {
      siteId = id;
      siteName = name;
      return this;
    }

    public Builder month(YearMonth of) {
      month = of.toString();
      return this;
    }

    public Builder note(@Nullable String written) {
      note = written;
      return this;
    }

    public Builder since(@Nullable Instant instant) {
      since = instant;
      return this;
    }

    public Builder due(LocalDate day) {
      due = day;
      return this;
    }

    public Builder voids(boolean altogether) {
      voids = altogether;
      return this;
    }

    public WorkItem build() {
      return new WorkItem(
          kind,
          key,
          subject,
          parent,
          label,
          labelEn,
          aspect,
          partner,
          material,
          massKg,
          priceYuanPerT,
          amountFen,
          siteId,
          siteName,
          month,
          note,
          since,
          due,
          voids);
    }
  }
}
