package cn.wufei.exchange.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an authority has looked at an organisation and found it to be what it says.
///
/// @param by nothing where the authority is not there any more
public record Verification(Instant at, @Nullable OrganisationRef by) {}
