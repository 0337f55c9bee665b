namespace CreditKit.Recognition;

/// <summary>Signs around the name of a disease that are no words.</summary>
internal enum HealthSign
{
    /// <summary>Always there.</summary>
    Always,
    AfterStart,
    AfterComma,
    AfterColon,
    AfterBracket,
    AfterQuote,
    AfterTitle,
    AfterBlank,
    AfterOf,
    AfterHan,
    BeforeEnd,
    BeforeComma,
    BeforeBracket,
    BeforeQuote,
    BeforeTitle,
    BeforeBlank,
    BeforeOf,
    BeforeHan,
    Chain,
    Fact,
    Weak,
    Built,
    Promised,
    Extended,
    Long,
    Side,
    Degree,
    NameAt,
    NameOf,
    NameClause,
    NameSentence,
    NameBehind,
    NameBehindClause,
    NameBehindSentence,
    NameNowhere,
    NameElsewhere,
    DataBefore,
    DataBehind,
    AfterDisease,
    Tested,

    /// <summary>The grade of an injury in law: 轻伤二级.</summary>
    Verdict,
    VerdictAfterDisease,

    /// <summary>Nobody is told of before in the sentence, by name or otherwise.</summary>
    Nobody,
    NobodyHas,
    SomebodyHas,
    NobodyChain,
}
