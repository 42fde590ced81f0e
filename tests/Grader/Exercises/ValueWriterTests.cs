using Formulas.Expressions;
using Grader.Exercises;
using Newtonsoft.Json;

namespace Grader.Tests.Exercises;

public sealed class ValueWriterTests
{
    private static readonly (Value Value, string Json)[] Cases =
    [
        (new Value.Scalar(2), "2"),
        (new Value.Scalar(0.1), "0.1"),
        (new Value.Scalar(-1e300), "-1E+300"),
        (new Value.Scalar(double.NaN), "\"NaN\""),
        (new Value.Scalar(double.NegativeInfinity), "\"-Infinity\""),
        (new Value.Vector([1, 2.5]), "[1,2.5]"),
        (new Value.Matrix(2, 2, [1, 2, 3, 4]), "[[1,2],[3,4]]"),
        (new Value.Truth(true), "true"),
        (new Value.ScalarFunction("tanh"), "\"tanh\""),
        (new Value.VectorMap(null, null, "relu"), "\"relu\""),
        (new Value.VectorMap(new(1, 1, [2]), new([3]), "sin"), "{\"A\":[[2]],\"c\":[3],\"g\":\"sin\"}"),
        (new Value.Named([new("r1", new Value.Scalar(2))]), "{\"r1\":2}"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Value_OfEveryKind_IsWrittenAsInputsAreRead((Value Value, string Json) example) =>
        Assert.That(ValueWriter.ToJson(example.Value).ToString(Formatting.None), Is.EqualTo(example.Json));

    [Test]
    public void Assignment_IsWrittenInTheOrderOfTheNames()
    {
        var assignment = new Assignment(
            new Dictionary<string, Value> { ["x"] = new Value.Scalar(1), ["w"] = new Value.Vector([1]) },
            new Dictionary<string, int> { ["L"] = 3 });

        Assert.That(ValueWriter.ToJson(assignment, ["L", "w", "x"]).ToString(Formatting.None), Is.EqualTo("{\"L\":3,\"w\":[1],\"x\":1}"));
    }
}
