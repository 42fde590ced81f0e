using Protocol;
using static Attacks.Tests.Expectation;

namespace Attacks.Tests;

/// <summary>The attacks that lie in what is returned. They reach no further at any level than the data channel.</summary>
internal static class ResultTable
{
    public static IEnumerable<Attack> Rows() =>
        from row in Expected()
        select Attack.Everywhere("Results", row.Method, row.Outcome);

    private static IEnumerable<(string Method, Expectation Outcome)> Expected() =>
    [
        ("NotANumber", Returns("the same bits", datum => datum is Datum.Number number && BitConverter.DoubleToInt64Bits(number.Value) == 0x7FF8_DEAD_BEEF_0001)),
        ("Infinite", Returns(double.NegativeInfinity)),
        ("NegativeZero", Returns("a negative zero", datum => datum is Datum.Number { Value: 0 } number && double.IsNegative(number.Value))),
        ("Nothing", Returns("null", datum => datum is Datum.Null)),
        ("NoResult", Returns("null", datum => datum is Datum.Null)),
        ("NullRows", Returns("rows, one of them null", datum => datum is Datum.Rows { Items: [not null, null, not null] })),
        ("Empty", Returns("no entries", datum => datum is Datum.Vector { Entries.Count: 0 })),
        ("EmptyTable", Returns("a 0 x 5 table", datum => datum is Datum.Matrix { RowCount: 0, ColumnCount: 5 })),
        ("OtherBounds", Returns("what the bounds are", datum => datum is Datum.Other { Detail: var detail } && detail.Contains("start at 1", StringComparison.Ordinal))),
        ("VectorFromOne", Returns("what the bounds are", datum => datum is Datum.Other { Detail: var detail } && detail.Contains("start at 1", StringComparison.Ordinal))),
        ("WrongType", Returns("a text", datum => datum is Datum.Text { Value: "one" })),
        ("BoxedEnum", Other("DayOfWeek")),
        ("OwnType", Other("Nasty")),
        ("Pointer", Other("Pointer")),
        ("Reference", Returns(7)),
        ("NullReference", Throws("System.NullReferenceException")),
        ("OnTheStack", Throws("System.NotSupportedException")),
        ("Later", Other("Task<double>")),
        ("Lazily", Other("")),
        ("AnyValue", Returns(7)),
        ("SeventyMegabytes", Other("double[]")),
        ("FourHundredMegabytes", Other("double[,]") | MemoryExhausted),
        ("ManyEmptyRows", Other("double[][]")),
        ("OneRowManyTimes", Other("double[][]")),
        ("LongText", Returns("a text cut short", datum => datum is Datum.Text text && text.Value.Length <= Caps.TextCharacters)),
        ("HalfACharacter", Returns("a text", datum => datum is Datum.Text)),
        ("DeepCells", Returns("cells, or their type where they are too deep", datum => datum is Datum.Cells)),
        ("CellsOfThemselves", Returns("cells, or their type where they are too deep", datum => datum is Datum.Cells)),
        ("CellsUponCells", Other("Dictionary")),
        ("OneVectorInEveryCell", Other("Dictionary")),
        ("ManyCells", Other("Dictionary")),
        ("LongNames", Returns("cells with names cut short", datum => datum is Datum.Cells) | Other("Dictionary")),
        ("KeysAreNumbers", Other("Dictionary")),
        ("EndlessDictionary", Throws("System.InvalidOperationException") | Other("Endless")),
        ("HangingDictionary", TimedOut),
        ("FightingTuple", Throws("System.InvalidOperationException") | Other("FightingPair")),
        ("EndlessTuple", Other("LongPair")),
        ("MillionTuple", Other("MillionPair")),
        ("DeepTuple", Returns("cells", datum => datum is Datum.Cells)),
        ("NestedGenerics", Other("List")),
        ("ArrayOfManyRanks", Other("double[,,")),
    ];
}
