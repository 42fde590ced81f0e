namespace Grader.Authoring;

/// <summary>All rules, in the order in which docs/author-lint.md explains them.</summary>
public static class LintRules
{
    public static LintRule Unreadable { get; } = Error("unreadable");

    public static LintRule CanonicalDiffers { get; } = Error("canonical-differs");

    public static LintRule DerivationDiffers { get; } = Error("derivation-differs");

    public static LintRule NoSecondWay { get; } = Warning("no-second-way");

    public static LintRule PrintedDiffers { get; } = Error("printed-differs");

    public static LintRule FromPartsDiffer { get; } = Error("from-parts-differ");

    public static LintRule FromCellsDiffer { get; } = Error("from-cells-differ");

    public static LintRule BoundaryWrong { get; } = Error("boundary-wrong");

    public static LintRule ModelNotRight { get; } = Error("model-not-right");

    public static LintRule NeedsReference { get; } = Error("needs-reference");

    public static LintRule EmptyDomain { get; } = Error("empty-domain");

    public static LintRule SinglePoint { get; } = Error("single-point");

    public static LintRule SingleSize { get; } = Warning("single-size");

    public static LintRule EmptySum { get; } = Error("empty-sum");

    public static LintRule TrivialSize { get; } = Error("trivial-size");

    public static LintRule NoValue { get; } = Error("no-value");

    public static LintRule SeldomAValue { get; } = Warning("seldom-a-value");

    public static LintRule Constant { get; } = Error("constant");

    public static LintRule UnusedInput { get; } = Warning("unused-input");

    public static LintRule MistakePasses { get; } = Error("mistake-passes");

    public static LintRule FloatRefused { get; } = Error("float-refused");

    public static LintRule MistakeIsRight { get; } = Error("mistake-is-right");

    public static LintRule ReadingIsRight { get; } = Error("reading-is-right");

    public static LintRule SameMistake { get; } = Error("same-mistake");

    public static LintRule SameOption { get; } = Error("same-option");

    public static LintRule AllOptionsTrue { get; } = Warning("all-options-true");

    public static LintRule ClaimContradicted { get; } = Error("claim-contradicted");

    public static LintRule UnknownCode { get; } = Error("unknown-code");

    public static LintRule UndeclaredSymbol { get; } = Warning("undeclared-symbol");

    public static LintRule NoSamples { get; } = Warning("no-samples");

    public static LintRule SampleUnclear { get; } = Error("sample-unclear");

    public static LintRule SampleNotRight { get; } = Error("sample-not-right");

    public static LintRule SampleDiffers { get; } = Error("sample-differs");

    public static LintRule TooSlow { get; } = Error("too-slow");

    public static LintRule NotChecked { get; } = Error("not-checked");

    public static IReadOnlyList<LintRule> All { get; } =
    [
        Unreadable, CanonicalDiffers, DerivationDiffers, NoSecondWay, PrintedDiffers, FromPartsDiffer, FromCellsDiffer, BoundaryWrong, ModelNotRight, NeedsReference,
        EmptyDomain, SinglePoint, SingleSize, EmptySum, TrivialSize, NoValue, SeldomAValue, Constant, UnusedInput,
        MistakePasses, FloatRefused, MistakeIsRight, ReadingIsRight, SameMistake, UnknownCode,
        SameOption, AllOptionsTrue, ClaimContradicted,
        UndeclaredSymbol, NoSamples, SampleUnclear, SampleNotRight, SampleDiffers,
        TooSlow, NotChecked,
    ];

    private static LintRule Error(string name) => new(name, FindingLevel.Error);

    private static LintRule Warning(string name) => new(name, FindingLevel.Warning);
}
