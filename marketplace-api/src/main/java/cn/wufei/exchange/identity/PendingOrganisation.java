package cn.wufei.exchange.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An organisation that an authority has not decided about yet.
///
/// @param uscc its unified social credit code
public record PendingOrganisation(
    OrganisationRef organisation, @Nullable String uscc, Instant registeredAt) {}
