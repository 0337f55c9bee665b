using CreditKit.Policy;

namespace CreditKit;

/// <summary>Why a record shows or not, and what each channel does with it.</summary>
/// <param name="Law">What the law says, with every reason.</param>
/// <param name="Reportable">At least one channel may carry it.</param>
/// <param name="Channels">Each configured channel: carried or held back, and why.</param>
internal sealed record RecordExplanation(DisclosureExplanation Law, bool Reportable, IReadOnlyList<ChannelExplanation> Channels);
