namespace CreditKit.AspNetCore.Tests.Markup;

/// <summary>What an attacker, or a careless clerk, could write into a field. Every text holds “probe” and its own number.</summary>
internal static class Payloads
{
    /// <summary>The word that must never be the name of an element, an attribute, a property or a place.</summary>
    public const string Mark = "probe";

    public static readonly string[] All =
    [
        "<script>probe(100)</script>",
        "\"><img src=x onerror=probe(101)>",
        "'><svg onload=probe(102)>",
        "</script><script>probe(103)</script>",
        "</title></head><probe104 onx=1>",
        "</textarea></select></option><probe105>",
        "javascript:probe(106)",
        "\" onmouseover=\"probe(107)\" x=\"",
        "{{Frame.HomeUrl}}{{{probe108}}}{{> head}}",
        "${probe(109)}<%= 1 %>#{1}@Model",
        "=cmd|'/C probe110'!A0",
        "+probe(111)",
        "-probe(112)",
        "@SUM(probe113)",
        "＝probe(114)",
        "]]><probe115/>",
        "--><probe116><!--",
        "\"},\"probe117\":{\"x\":\"",
        "\\\",\\\"probe118\\\":\\u003cscript\\u003e\\",
        "甲\u2028probe119\u2029乙",
        "甲\u202Eprobe120\u2066乙",
        "&lt;probe121&gt;&#60;i&#62;&amp;",
        "<![CDATA[probe122]]><!ENTITY x>",
        "`probe123` onload=1 '",
        "<a href=//probe124.example>甲</a>",
        "data:text/html,<probe125>",
        "?><?probe126 x?>",
        "\";alert(1);//probe127",
        "甲\r\nX-Probe128: 1\r\n\r\n<probe128>",
        "<!-- probe129",
        "<style>@import'probe130'</style>",
        "<math><mi xlink:href=javascript:probe131>",
    ];

    /// <summary>Its mark without what may be cut off around it.</summary>
    public static string MarkOf(int index) => $"{100 + index}";
}
