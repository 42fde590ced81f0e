namespace Grader.Demos;

/// <summary>All experiments that have a page, in the order in which they are listed. A new one is a row here.</summary>
public static class DemoTable
{
    public static IReadOnlyList<Demo> Rows { get; } =
    [
        SymmetryDemo.Row,
        DeadReluDemo.Row,
        LogisticDemo.Row,
        NaiveBayesDemo.Row,
        SoftmaxLogisticDemo.Row,
        SkipLayerDemo.Row,
        BackpropDemo.Row,
    ];

    public static IEnumerable<string> Names => Rows.Select(row => row.Name);

    public static Demo? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);
}
