using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Exercises;

public sealed class InputReaderTests
{
    private static readonly FunctionSpecification Update = Specification("logistic-initialization", "1.update");

    [Test]
    public void Inputs_OfTheRightKinds_AreRead()
    {
        var assignment = Read(Update, """{ "X": [[1, 2, 3], [4, 5, 6]], "y": [0, 1], "w": [1, 0.5, -1], "eta": 0.1 }""");

        Assert.That(assignment.Values["X"], Is.EqualTo(new Value.Matrix(2, 3, [1, 2, 3, 4, 5, 6])));
        Assert.That(assignment.Values["w"], Is.EqualTo(new Value.Vector([1, 0.5, -1])));
        Assert.That(assignment.Values["eta"], Is.EqualTo(new Value.Scalar(0.1)));
        Assert.That(assignment.Sizes, Is.EquivalentTo(new Dictionary<string, int> { ["n"] = 2, ["d"] = 3 }));
    }

    [Test]
    public void Inputs_OfAnotherPartOfTheQuestion_ArePassedOver()
    {
        var likelihood = Specification("logistic-initialization", "1.likelihood");

        var assignment = Read(likelihood, """{ "X": [[1, 2]], "y": [0], "w": [1, 0.5], "eta": 0.1 }""");

        Assert.That(assignment.Values, Does.Not.ContainKey("eta"));
    }

    [TestCase("""{ "X": [[1, 2]], "y": [0], "w": [1, 2] }""", "eta")]
    [TestCase("""{ "X": [[1, 2]], "y": [0], "w": [1, 2], "eta": 1, "v": 3 }""", "\"v\"")]
    [TestCase("""{ "X": [[1, 2]], "y": [0], "w": [1, 2], "eta": NaN }""", "eta is NaN, which is not a finite number")]
    [TestCase("""{ "X": [[1, Infinity]], "y": [0], "w": [1, 2], "eta": 1 }""", "Entry (1, 2) of X is Infinity")]
    [TestCase("""{ "X": [[1, 2], [3]], "y": [0], "w": [1, 2], "eta": 1 }""", "Row 2 of X has 1 number, but row 1 has 2 numbers")]
    [TestCase("""{ "X": [1, 2], "y": [0], "w": [1, 2], "eta": 1 }""", "X must be an array of rows")]
    [TestCase("""{ "X": [[1, 2]], "y": [], "w": [1, 2], "eta": 1 }""", "y is empty")]
    [TestCase("""{ "X": [[1, 2]], "y": [0], "w": ["a", 2], "eta": 1 }""", "Entry 1 of w must be a number")]
    [TestCase("""{ "X": [[1, 2]], "y": [0], "w": [1, 2, 3], "eta": 1 }""", "w")]
    [TestCase("""{ "X": [[1, 2]], "y": [0, 1], "w": [1, 2], "eta": 1 }""", "y")]
    [TestCase("[1]", "must be an object")]
    public void Inputs_ThatDoNotFit_AreNamed(string inputs, string expected)
    {
        var reading = InputReader.Read(JToken.Parse(inputs), Update);

        Assert.That(reading, Is.InstanceOf<Reading<Assignment>.Failure>());
        Assert.That(((Reading<Assignment>.Failure)reading).Diagnostic.Message, Does.Contain(expected));
    }

    [TestCase("naive-bayes-dead-relu", "1.mle-prior", """{ "c1": 3, "m": 5 }""", "c1", TestName = "Input_ThatIsASizeOfTheQuestion_IsRead")]
    [TestCase("naive-bayes-dead-relu", "1.mle-prior", """{ "c_1": 3, "m": 5 }""", "c1", TestName = "Input_ByAFurtherSpelling_IsRead")]
    [TestCase("backprop-practice", "2a.derivative", """{ "f_i": [1, 2], "dg_i": [3, 4] }""", "dg", TestName = "Input_NamedByItsEntries_IsRead")]
    public void Input_UnderAnyOfItsNames_StandsUnderItsOwn(string worksheet, string part, string inputs, string name)
    {
        var assignment = Read(Specification(worksheet, part), inputs);

        Assert.That(assignment.Values, Does.ContainKey(name));
    }

    [Test]
    public void Input_GivenUnderTwoNames_IsRefused()
    {
        var reading = InputReader.Read(JToken.Parse("""{ "f": [1], "f_i": [2], "dg": [3] }"""), Specification("backprop-practice", "2a.derivative"));

        Assert.That(((Reading<Assignment>.Failure)reading).Diagnostic.Message, Is.EqualTo("The input f is given twice."));
    }

    [TestCase("\"tanh\"", true)]
    [TestCase("\"tan\"", false)]
    [TestCase("3", false)]
    public void GenericFunction_OnlyKnownNames_AreRead(string name, bool known)
    {
        var specification = Specification("logistic-initialization", "2a.value");

        var reading = InputReader.Read(JToken.Parse($$"""{ "w": 1, "x": [1], "g": {{name}} }"""), specification);

        Assert.That(reading is Reading<Assignment>.Success, Is.EqualTo(known));
    }

    [Test]
    public void VectorMap_OfMatrixShiftAndFunction_IsRead()
    {
        var specification = Specification("backprop-practice", "2e.dW2");

        var assignment = Read(specification, """
            { "W1": [[1, 0], [0, 1]], "W2": [[1, 2], [3, 4]], "b": [0, 1], "x": [1, 1], "y": [0, 0],
              "Phi": { "A": [[1, 2], [0, 1]], "c": [1, 2], "g": "tanh" } }
            """);

        Assert.That(assignment.Values["Phi"], Is.EqualTo(new Value.VectorMap(new(2, 2, [1, 2, 0, 1]), new([1, 2]), "tanh")));
    }

    [Test]
    public void Size_AsAnInput_IsReadAsANumber()
    {
        var specification = Specification("initialization-skip-layer", "2b.count");

        var assignment = Read(specification, """{ "L": 2, "d": [3, 2, 1] }""");

        Assert.That(assignment.Sizes["L"], Is.EqualTo(2));
    }

    [TestCase("""{ "L": 2, "d": [3, 2] }""", "d")]
    [TestCase("""{ "L": 2.5, "d": [3, 2] }""", "L is a size")]
    [TestCase("""{ "d": [3, 2, 1] }""", "L is missing")]
    public void Size_ThatDoesNotFit_IsNamed(string inputs, string expected)
    {
        var reading = InputReader.Read(JToken.Parse(inputs), Specification("initialization-skip-layer", "2b.count"));

        Assert.That(reading, Is.InstanceOf<Reading<Assignment>.Failure>());
        Assert.That(((Reading<Assignment>.Failure)reading).Diagnostic.Message, Does.Contain(expected));
    }

    private static Assignment Read(FunctionSpecification specification, string inputs)
    {
        var reading = InputReader.Read(JToken.Parse(inputs), specification);
        Assert.That(reading, Is.InstanceOf<Reading<Assignment>.Success>(), reading is Reading<Assignment>.Failure(var why) ? why.Message : null);
        return ((Reading<Assignment>.Success)reading).Value;
    }

    private static FunctionSpecification Specification(string worksheet, string part)
    {
        var found = Library.Open(RepositoryExercises.Folder).Find(worksheet);
        return ((PartKind.Function)((Found.Success)found).Worksheet.Find(part)!.Kind).Specification;
    }
}
