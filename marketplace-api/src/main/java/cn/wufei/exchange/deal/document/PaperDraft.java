package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That a version was signed on paper.
///
/// @param sha256 of the version whose terms the paper has
/// @param externalNumber of the contract in the firm's own books
/// @param fileId the scan, if there is one: attached to the version before
@Serdeable
@Schema(name = "PaperDraft")
record PaperDraft(
    @NotNull @Pattern(regexp = DocumentLimits.SHA256) String sha256,
    @NotBlank @Size(max = DocumentLimits.EXTERNAL_NUMBER_MAX) String externalNumber,
    @NotNull LocalDate signedOn,
    @Nullable Id fileId) {}
