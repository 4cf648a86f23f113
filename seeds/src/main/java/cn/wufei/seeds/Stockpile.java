package cn.wufei.seeds;

import org.jspecify.annotations.Nullable;

/// A stockpile that the district's published plan states, with the tonnes and the clearing date as
/// printed there. Real, unlike the rest of the demo; nothing is said of its present state.
record Stockpile(
    String key,
    String name,
    String nameEn,
    @Nullable String materialKey,
    long statedT,
    boolean statedApproximately,
    String statedIn,
    String statedOn,
    String clearBy,
    @Nullable String owner) {}
