using BenchmarkDotNet.Attributes;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Reporting;
using Grader.Submissions;

namespace Bench;

/// <summary>
/// What a submission goes through, each stage alone: one formula read, one formula evaluated with its error bound,
/// a whole submission checked, its page rendered. Ratios are to reading a formula, measured in the same run.
/// </summary>
[MemoryDiagnoser]
public class StagesOfACheck
{
    private const string Formula = "-2 (y - sum(k,1,n, s(w_k . x + b_k))) s(w_i . x + b_i) (1 - s(w_i . x + b_i)) x";

    private readonly FunctionSpecification part;
    private readonly Expression expression;
    private readonly Assignment inputs;
    private readonly Worksheet worksheet;
    private readonly Submission submission;
    private readonly Checker checker = new(classSecret: 1);
    private readonly SubmissionResult result;

    public StagesOfACheck()
    {
        var exercises = Path.Combine(AppContext.BaseDirectory, "exercises");
        worksheet = ((Found.Success)Library.Open(exercises).Find("backprop-practice")).Worksheet;
        part = ((PartKind.Function)worksheet.Find("2c.dw")!.Kind).Specification;
        expression = ((Reading<Expression>.Success)FormulaReader.Read(Formula, part.Scope)).Value;
        inputs = Sampling.Draw(part.Scope, part.SizeRanges, seed: 1, index: 10);
        submission = AnswerFileReader.ReadFile(Path.Combine(exercises, "backprop-practice", "right", "plain.json"));
        result = checker.Check(worksheet, submission);
    }

    [Benchmark(Baseline = true)]
    public Reading<Expression> Parse() => FormulaReader.Read(Formula, part.Scope);

    [Benchmark]
    public BoundedOutcome Evaluate() => Evaluation.EvaluateWithBound(expression, inputs);

    [Benchmark]
    public SubmissionResult Check() => checker.Check(worksheet, submission);

    [Benchmark]
    public string Render() => SubmissionPage.Render(worksheet, result, Reveal.Feedback);
}
