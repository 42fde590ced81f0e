using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Reporting;

/// <summary>A small worksheet and a submission to it, made by hand, with one part of each verdict and of most kinds.</summary>
internal static class SampleSubmission
{
    public const string Hostile = "<script>document.title='owned'</script> \"><img src=x onerror=\"document.title='owned'\"> {{{x}}} \u202Eevil";

    private static readonly Size N = Size.Named("n");

    private static readonly Size D = Size.Named("d");

    public static Scope Scope { get; } = new(
        [
            new Symbol("W", SymbolKind.Variable, new Shape.MatrixShape(N, D), Domain.Reals, ["w_i"], []),
            new Symbol("b", SymbolKind.Variable, new Shape.VectorShape(N), Domain.Reals, [], []),
            new Symbol("x", SymbolKind.Variable, new Shape.VectorShape(D), Domain.Reals, [], []),
            new Symbol("y", SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], []),
            new Symbol("i", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], N),
        ],
        ["n", "d"],
        []);

    private static readonly Assignment Given = new(
        new Dictionary<string, Value>
        {
            ["W"] = new Value.Matrix(2, 2, [1, -1, 0.5, 2]),
            ["b"] = new Value.Vector([0.5, -0.5]),
            ["x"] = new Value.Vector([1, 2]),
            ["y"] = new Value.Scalar(1),
            ["i"] = new Value.Scalar(1),
        },
        new Dictionary<string, int> { ["n"] = 2, ["d"] = 2 });

    public static Assignment Sampled { get; } = Given with
    {
        Values = new Dictionary<string, Value>(Given.Values)
        {
            ["W"] = new Value.Matrix(3, 2, [0.731, -1.204, 0.052, 1.9, -0.44, 0.3]),
            ["b"] = new Value.Vector([0.21, -1.5, 0.875]),
        },
        Sizes = new Dictionary<string, int> { ["n"] = 3, ["d"] = 2 },
    };

    public static Worksheet Worksheet { get; } = new(
        "sample-sheet",
        "Backpropagation, by hand",
        "Vectors are columns, and a gradient has the shape of its variable.",
        [
            new Question(
                "2",
                "One hidden layer",
                "Let $f(W, x, y) = \\left(y - \\sum_{i=1}^{n} \\sigma(w_i^\\top x + b_i)\\right)^2$ with $W \\in \\mathbb{R}^{n \\times d}$.\n\n"
                + "$$\\ell(x) = \\frac{1}{2} \\lVert W^{(2)} \\Phi(W^{(1)} x + b) - y \\rVert_2^2 \\quad \\text{for all } x \\in \\mathbb{R}^d, \\ y \\in \\mathbb{R}^d$$\n",
                [
                    Part("2c.dw", "Derivative by a weight", "Find $\\frac{\\partial f}{\\partial w_i}$.", new PartKind.Function(Specification(new Shape.VectorShape(D)))),
                    Part("2c.db", "Derivative by a bias", "Find $\\frac{\\partial f}{\\partial b_i}$.", new PartKind.Function(Specification(Shape.Scalar))),
                    Part("2d.claims", "What is true?", "Choose all that hold.", new PartKind.Claims(
                        [
                            new Option("stay-zero", "Weights started at $0$ stay at $0$.", false, "One step already moves them.", null),
                            new Option("convex", "The loss is convex.", true, "Its Hessian is positive semidefinite.", null),
                        ],
                        null)),
                    Part("2e.table", "Forward pass", "Fill in the table.", new PartKind.Table([], [])),
                    Part("2f.why", "Why?", "Explain in two sentences.", new PartKind.Prose([new RubricItem("symmetry", "Names symmetry", 2)])),
                    Part("2g.value", "A number", "Give the value.", new PartKind.Function(Specification(Shape.Scalar))),
                    Part("2h.value", "Not answered", "Give the value.", new PartKind.Function(Specification(Shape.Scalar))),
                ]),
        ]);

    public static SubmissionResult Result { get; } = ResultWith("s1234567", "-2 (y - sum(k,1,n, s(w_k . x + b_k))) x");

    public static SubmissionResult HostileResult { get; } = ResultWith(Hostile, Hostile);

    private static SubmissionResult ResultWith(string student, string text) => new(
        student + ".json",
        "sample-sheet",
        student,
        5.5m,
        14,
        [
            new PartResult(
                "2c.dw", Verdict.Incorrect, 0, 2, new AnswerReading(text, text, new ReadFormula(LongFormula(text), Scope)),
                [new Feedback("missing-factor", "The factor s'(z_i) of the chain rule is missing.")],
                new Counterexample(Sampled, new Value.Vector([-0.25, 3.125]), new Value.Vector([-0.0625, 0.78125])), [],
                new SampleRecord(64, "7f3a90c1")),
            new PartResult("2c.db", Verdict.Correct, 2, 2, new AnswerReading("y^2", "y^2", new ReadFormula(WrongGradient, Scope)), [], null, [], new SampleRecord(64, "00ff")),
            new PartResult(
                "2d.claims", Verdict.Partial, 1, 2, new AnswerReading("stay-zero, convex", "stay-zero, convex", null),
                [new Feedback("claim-wrong", "One step already moves them.")], null, [], null),
            new PartResult(
                "2e.table", Verdict.Partial, 2.5m, 4, null, [], null,
                [
                    new CellResult("r1", Verdict.Correct, new AnswerReading("2", "2", new ReadValue(new Value.Scalar(2))), [], new Value.Scalar(2), null),
                    new CellResult("s1", Verdict.Incorrect, new AnswerReading(text, text, null), [new Feedback("wrong-sign", "The sign is wrong.")], new Value.Scalar(0.8808), null),
                    new CellResult("y", Verdict.Missing, null, [], new Value.Scalar(1.3808), null),
                ],
                null),
            new PartResult("2f.why", Verdict.Pending, 0, 2, new AnswerReading("Because the units are tied.\n" + text, text, null), [], null, [], null),
            new PartResult(
                "2g.value", Verdict.Unreadable, 0, 2, new AnswerReading("2 +* x", "2 +* x", null),
                [new Feedback("unexpected-token", "Column 4: '*' cannot follow '+'.\n2 +* x\n   ^")], null, [], null),
        ],
        [new Problem("unknown-part", "There is no part '9z' in this worksheet.", new FilePosition(12, 5), "Did you mean '2g'?")]);

    /// <summary>What a formula of several pieces looks like; a hostile name stands in it as it stands everywhere else.</summary>
    private static Expression.Let LongFormula(string name) => new(
        name,
        new Expression.Negate(new Expression.Reference("y", Shape.Scalar)),
        Read("u = W x + b; 2 W^T (u + u) / (1 + exp(-(x . x))) - sum(k,1,n, (y - s(w_k . x + b_k)) w_k) - x"));

    public static Expression Read(string formula) => FormulaReader.Read(formula, Scope) is Reading<Expression>.Success read
        ? read.Value
        : throw new InvalidOperationException($"{formula} is no formula of the sample.");

    private static Expression WrongGradient => new Expression.Product(
        ProductKind.Scale,
        new Expression.Product(
            ProductKind.Scale,
            new Expression.Negate(new Expression.Number(2, "2")),
            new Expression.Additive(
                AdditiveOperator.Subtract,
                new Expression.Reference("y", Shape.Scalar),
                new Expression.Repeated(
                    RepeatedOperator.Sum, "k", new Expression.Number(1, "1"), new Expression.SizeOf(N),
                    new Expression.Call("sigmoid", 0, [RowTimesInput], Shape.Scalar)),
                Shape.Scalar),
            Shape.Scalar),
        new Expression.Reference("x", new Shape.VectorShape(D)),
        new Shape.VectorShape(D));

    private static Expression RowTimesInput => new Expression.Additive(
        AdditiveOperator.Add,
        new Expression.Product(
            ProductKind.Inner,
            new Expression.RowOf(new Expression.Reference("W", new Shape.MatrixShape(N, D)), new Expression.BoundIndex("k"), 1, new Shape.VectorShape(D)),
            new Expression.Reference("x", new Shape.VectorShape(D)),
            Shape.Scalar),
        new Expression.Entry(new Expression.Reference("b", new Shape.VectorShape(N)), [new Expression.BoundIndex("k")], [1]),
        Shape.Scalar);

    private static FunctionSpecification Specification(Shape shape) => new(
        Scope, ["W", "b", "x", "y", "i"], shape, "-2 (y - sum(k,1,n, s(w_k . x + b_k))) s'(w_i . x + b_i) x", "Gradient", Given,
        new Tolerance(5e-4, null, 3, null), [], [], null, [], [], []);

    private static Part Part(string id, string title, string statement, PartKind kind) => new(
        id, title, statement, 2, kind, "The secret explanation: use the chain rule.", "Read about the chain rule: which factor comes from $\\sigma$?");
}
