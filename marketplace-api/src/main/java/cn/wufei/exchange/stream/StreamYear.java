package cn.wufei.exchange.stream;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What became of a stream's tonnes in one calendar year. It closes by itself, whatever was
/// recorded:
///
/// `opening + opening stock + generated + found + brought in = own use + recovered + process loss +
/// passed on + related party + dispatched + disposed + dumped + closing`
///
/// where opening and closing are on hand less unreconciled. All of what is left on 31 December is
/// old stock from the next day on, on hand, on the road and unused at others alike: each tonne
/// keeps the year in which it was generated.
///
/// @param over whether the year has ended
/// @param openingKg on hand less unreconciled at the end of the year before
/// @param openingStockKg stock that was there before the first record, recorded in this year
/// @param broughtInKg from other streams, by processing or from another site
/// @param recoveredKg became products of processing
/// @param processLossKg left processing as moisture or another loss; negative where mass was added
/// @param passedOnKg to other streams, by processing or to another site
/// @param relatedPartyKg handed to related parties for use
/// @param dispatchedKg left for receivers, less what came back
/// @param usedProvenKg own use, recovered, and what receivers and related parties reported used
/// @param usedFromOldKg the part of it that was generated before this year
/// @param closingKg on hand less unreconciled at the year's end, or by now
/// @param inTransitKg on the road at the year's end
/// @param heapKg in receivers' heaps at the year's end
/// @param withRelatedKg with related parties and not stated used at the year's end
/// @param clearableKg left in this year and still unrecorded today, once the year is over, less
///   what lies on hand of this and earlier years
/// @param declaredKg the last count or declaration of the year
/// @param residualKg declared less what the ledger says of that day
@Serdeable
@Schema(name = "StreamYear")
record StreamYear(
    int year,
    boolean over,
    long openingKg,
    long openingStockKg,
    long generatedKg,
    long foundKg,
    long broughtInKg,
    long ownUseKg,
    long recoveredKg,
    long processLossKg,
    long passedOnKg,
    long relatedPartyKg,
    long dispatchedKg,
    long disposedKg,
    long dumpedKg,
    long usedProvenKg,
    long usedFromOldKg,
    long closingOnHandKg,
    long closingUnreconciledKg,
    long closingKg,
    long inTransitKg,
    long heapKg,
    long withRelatedKg,
    long clearableKg,
    @Nullable Long declaredKg,
    @Nullable LocalDate declaredOn,
    @Nullable Long residualKg) {}
