using Grader.Authoring;
using Grader.Tests.Exercises;

namespace Grader.Tests.Authoring;

/// <summary>Each rule, broken in one place of a sheet that is clean without it.</summary>
public sealed class LintTests
{
    private const string Large = "{\n          \"id\": \"1.large\"";

    private const string Step = "{ \"id\": \"1.step\", \"kind\": \"function\", \"points\": 1, \"method\": \"Step\", \"inputs\": [\"w\", \"x\", \"y\"], \"shape\": [\"d\"], "
        + "\"canonical\": \"w - (w . x - y) x\", \"derivation\": { \"formula\": \"w + (y - x . w) x\" }, \"fromParts\": { \"formula\": ";

    [Test]
    public void Lint_OfACleanSheet_FindsNothing() =>
        Assert.That(AuthoredSheet.LintFiles(AuthoredSheet.Json, AuthoredSheet.Statements).Select(finding => finding.ToString()), Is.Empty);

    [TestCaseSource(typeof(RepositoryExercises), nameof(RepositoryExercises.Ids))]
    public void Lint_OfAShippedWorksheet_FindsNothing(string worksheet) =>
        Assert.That(Lint.Run(Path.Combine(RepositoryExercises.Folder, worksheet)).Select(finding => finding.ToString()), Is.Empty);

    [TestCase("\"(w . x - y) x\"", "\"(w . x + y) x\"", 27, "derivation-differs",
        "The right formula of 1.gradient and its derivation do not agree. At sample 0 of seed 20230901 (w = [", TestName = "CanonicalAgainstTheDerivativeOfItsLoss")]
    [TestCase("\"y + y + 1\"", "\"y + y + 2\"", 40, "derivation-differs",
        "The right formula of 1.table q and its derivation do not agree.", TestName = "CellAgainstAnotherFormula")]
    [TestCase(",\n          \"derivation\": { \"gradientOf\": { \"loss\": \"(w . x - y)^2 / 2\", \"by\": \"w\" } }", "", 18, "no-second-way",
        "Nothing holds the right formula of 1.gradient against a second way to its values.", TestName = "NoDerivation")]
    [TestCase("(w . x - y)^2 / 2", "floor_of(w . x - y)", 27, "unreadable", "The formula questions[0].parts[0].derivation.gradientOf.loss cannot be read", TestName = "UnreadableLoss")]
    [TestCase("\"constraints\": []", "\"printed\": [ { \"value\": [-5, -7.6], \"decimals\": 1 } ]", 19, "printed-differs",
        "A printed value of 1.gradient is not the formula's.", TestName = "PrintedValue")]
    [TestCase("\"p + 1\"", "\"p + 2\"", 41, "from-cells-differ", "From the right values of the earlier cells, 1.table q does not come out right.", TestName = "CarriedFormula")]
    [TestCase(Large, Step + "\"w - G\", \"of\": { \"G\": \"1.gradent\" } } }, " + Large, 44, "unreadable", "G must name a function part that stands before this one in its question.", TestName = "PartThatFollowsFromNone")]
    [TestCase("\"y - 1\"", "\"y - 0.5\"", 47, "boundary-wrong", "The boundary of 1.large is not where its truth changes.", TestName = "Boundary")]
    [TestCase("\"low\": -2, \"high\": 2", "\"low\": 2, \"high\": -2", 9, "unreadable", "The lower bound 2 of questions[0].symbols.x is above the upper bound -2.", TestName = "BoundsTheWrongWayRound")]
    [TestCase("\"low\": -2, \"high\": 2", "\"low\": 2, \"high\": 2", 9, "single-point", "x is drawn from a single number, 2.", TestName = "SinglePoint")]
    [TestCase("\"low\": -2, \"high\": 2", "\"low\": 2, \"high\": 2, \"lowOpen\": true", 9, "empty-domain", "x is drawn from no number at all: both bounds are 2.", TestName = "EmptyInterval")]
    [TestCase("\"low\": -2, \"high\": 2", "\"low\": 1.2, \"high\": 1.8, \"domain\": \"integers\"", 9, "empty-domain", "From 1.2 to 1.8 there is no whole number for x.", TestName = "NoWholeNumber")]
    [TestCase("\"low\": -2, \"high\": 2", "\"low\": 2, \"high\": 2, \"domain\": \"integers\"", 9, "single-point", "From 2 to 2 there is only one whole number for x.", TestName = "OneWholeNumber")]
    [TestCase("\"low\": -2, \"high\": 2", "\"domain\": \"positive-definite\"", 9, "empty-domain", "x cannot be positive definite: it is no square matrix.", TestName = "PositiveDefiniteVector")]
    [TestCase("\"y\": { \"shape\": [] }", "\"y\": { \"domain\": \"one-hot\" }", 10, "single-point", "y is one-hot with a single entry, which is always 1.", TestName = "OneHotScalar")]
    [TestCase("\"y\": { \"shape\": [] }", "\"y\": {}, \"k\": { \"kind\": \"index\", \"range\": 1 }", 10, "single-point", "The index k has only one value.", TestName = "IndexWithOneValue")]
    [TestCase("[2, 4]", "[3, 3]", 6, "single-size", "The size d is always 3: an answer that holds for 3 only passes for right.", TestName = "SingleSize")]
    [TestCase("\"constraints\": []", "\"constraints\": [\"y > 100\"]", 19, "empty-domain", "None of 960 inputs drawn for 1.gradient fulfils its constraints.", TestName = "ConstraintsThatNeverHold")]
    [TestCase("\"2 y + 1\"", "\"sum(k,1,3, y) - sum(k,3,2, y) - y + 1\"", 40, "empty-sum", "The sum over k in the right formula of 1.table q runs from 3 to 2, so over nothing.", TestName = "SumOverNothing")]
    [TestCase("\"y > 1\"", "\"y > 1e9\"", 46, "constant", "The right formula of 1.large is false whatever its inputs are.", TestName = "ConstantFormula")]
    [TestCase("\"2 y\"", "\"sqrt(-1 - y^2)\"", 39, "no-value", "The right formula of 1.table p has no value at any of 48 inputs: ", TestName = "FormulaWithoutAValue")]
    [TestCase("\"2 y\"", "\"2 y + 0 ln(y - 1)\"", 39, "seldom-a-value", "The right formula of 1.table p has a value at only ", TestName = "FormulaSeldomWithAValue")]
    [TestCase("\"y\": 4 }", "\"y\": 0 }", 39, "no-value", "The right formula of 1.table p has no value at the given inputs: division by 0.", "\"2 y\"", "\"2 y^2 / y\"", TestName = "NoValueAtTheGivenInputs")]
    [TestCase("\"inputs\": [\"y\"],\n          \"cells\"", "\"inputs\": [\"y\", \"x\"],\n          \"cells\"", 37, "unused-input", "The value of 1.table does not depend on the input x.", TestName = "InputThatNoCellUses")]
    [TestCase("\"y + y\" } }", "\"y + y\" }, \"inputs\": [\"y\", \"w\"] }", 39, "unused-input", "The value of 1.table p does not depend on the input w.", TestName = "InputThatACellDoesNotUse")]
    [TestCase("\"w\": [1.5, -0.5]", "\"w\": [2, 3]", 25, "mistake-passes", "At the given inputs the known mistake \"(w . x - y) w\" (missing-factor) has the value [18,27], which passes for the right one of 1.gradient, [18,27].", TestName = "MistakeThatPassesAtTheGivenInputs")]
    [TestCase("\"2 (w . x - y) x\"", "\"1.00001 (w . x - y) x\"", 24, "mistake-passes", "At the given inputs the known mistake \"1.00001 (w . x - y) x\" (constant-factor) has the value", TestName = "MistakeWithinTheTolerance")]
    [TestCase("\"(w . x - y) x / 2\"", "\"1.00001 (w . x - y) x\"", 21, "mistake-passes", "At the given inputs the reading halved, which does not earn full marks, has the value", TestName = "ReadingWithinTheTolerance")]
    [TestCase("\"absolute\": 5e-4, \"significantFigures\": 3", "\"absolute\": 1e-12", 17, "float-refused", "The right formula of 1.gradient, worked out in single precision, gives ", "[2, 3]", "[0.2, 0.3]", TestName = "ToleranceThatRefusesSinglePrecision")]
    [TestCase("\"2 (w . x - y) x\"", "\"x (w . x) - x y\"", 24, "mistake-is-right", "The known mistake constant-factor of 1.gradient, \"x (w . x) - x y\", is the right formula in other words.", TestName = "MistakeThatIsRight")]
    [TestCase("\"(w . x - y) x / 2\"", "\"x (x . w - y)\"", 21, "reading-is-right", "The reading halved of 1.gradient, \"x (x . w - y)\", is the right formula in other words.", TestName = "ReadingThatIsRight")]
    [TestCase("\"(w . x - y) w\"", "\"2 x (x . w - y)\"", 25, "same-mistake", "The known mistake missing-factor of 1.gradient, \"2 x (x . w - y)\", is the same function as the known mistake constant-factor in line 24.", TestName = "MistakeThatIsAnother")]
    [TestCase("\"2 (w . x - y) x\"", "\"x (x . w - y) / 2\"", 24, "same-mistake", "is the same function as the reading halved in line 21.", TestName = "MistakeThatIsAReading")]
    [TestCase("\"missing-factor\"", "\"missing-facto\"", 25, "unknown-code", "\"missing-facto\" is no feedback code.", TestName = "UnknownCode")]
    [TestCase("They come apart.", "They  stay alike", 33, "same-option", "The option two says the same as the option one.", TestName = "OptionsThatSayTheSame")]
    [TestCase("\"truth\": false, \"claim\": \"!hidden-equal\"", "\"truth\": true", 31, "all-options-true", "Every option of 1.claims is true: ticking all of them is right without a thought.", TestName = "OptionsThatAreAllTrue")]
    [TestCase("\"truth\": true, \"claim\": \"hidden-equal\"", "\"truth\": false", 29, "unreadable", "None of the options of questions[0].parts[1] is true.", TestName = "OptionsWithoutATrueOne")]
    [TestCase("\"truth\": false, \"claim\": \"!hidden-equal\"", "\"truth\": true, \"claim\": \"!hidden-equal\"", 33, "claim-contradicted", "At seed 1 the experiment constant-initialization shows hidden-equal to be true, but the option two is stored as true.", TestName = "OptionAgainstTheExperiment")]
    [TestCase("\"!hidden-equal\"", "\"hidden-eqal\"", 33, "claim-contradicted", "The experiment constant-initialization settles no claim hidden-eqal.", TestName = "ClaimThatNothingSettles")]
    [TestCase("\"constant-initialization\"", "\"constant-initialisation\"", 32, "claim-contradicted", "There is no experiment constant-initialisation.", TestName = "UnknownExperiment")]
    [TestCase("[2, 4]", "[1, 4]", 18, "trivial-size", "Where d is 1, the value of 1.gradient is [1] whatever the inputs are.", "\"(w . x - y) x\"", "\"softmax(w)\"", TestName = "SizeThatLeavesNothingToAsk")]
    [TestCase("\"y + y + 1\"", "\"y + y + 1 + sum(k,1,10^9, 0)\"", 40, "derivation-differs", "The derivation takes too long to evaluate", TestName = "DerivationThatTakesTooLong")]
    [TestCase("\"2 y\"", "\"2 y + sum(k,1,10^9, 0)\"", 39, "too-slow", "The canonical formula of 1.table p takes too long: the formula takes too many operations to evaluate.", TestName = "CanonicalThatTakesTooLong")]
    [TestCase("\"2 (w . x - y) x\"", "\"x sum(k,1,10^9, k)\"", 24, "too-slow", "The known mistake constant-factor of 1.gradient takes too long: the formula takes too many operations to evaluate.", TestName = "MistakeThatTakesTooLong")]
    public void Lint_OfASheetSpoiltInOnePlace_NamesItAndItsLine(string from, string to, int line, string rule, string message, string alsoFrom = "", string alsoTo = "")
    {
        var json = Spoil(AuthoredSheet.Json.ReplaceLineEndings("\n"), from, to);
        if (alsoFrom.Length > 0) json = Spoil(json, alsoFrom, alsoTo);
        var found = AuthoredSheet.LintFiles(json, AuthoredSheet.Statements);
        var shown = string.Join('\n', found);
        Assert.That(found.Select(finding => (finding.Rule.Name, finding.Problem.Position?.Line)), Does.Contain((rule, (int?)line)), shown);
        Assert.That(found.Where(finding => finding.Rule.Name == rule).Select(finding => finding.Problem.Message), Has.Some.Contains(message), shown);
        Assert.That(found.Where(finding => finding.Rule.Name == rule).Select(finding => finding.Problem.Hint), Has.Some.Not.Null, shown);
    }

    [TestCase("w - G", 0)]
    [TestCase("w + G", 1)]
    public void Lint_OfAPartThatFollowsFromAnother_HoldsItAgainstTheRightOne(string formula, int findings)
    {
        var json = Spoil(AuthoredSheet.Json.ReplaceLineEndings("\n"), Large, $"{Step}\"{formula}\", \"of\": {{ \"G\": \"1.gradient\" }} }} }}, {Large}");
        var found = AuthoredSheet.LintFiles(json, $"{AuthoredSheet.Statements}\n### 1.step: A step\n\nTake one step of length 1.\n\n#### Look at next\n\nSee the sign.\n");
        Assert.That(found.Select(finding => finding.ToString()), Has.Exactly(findings).Contains("44:").And.Exactly(findings).Contains("From the right answers to the earlier parts, 1.step does not come out right."));
        Assert.That(found, Has.Count.EqualTo(findings));
        Assert.That(found.Select(finding => finding.Rule.Name), Is.All.EqualTo("from-parts-differ"));
    }

    [TestCase("(w . x - y) x", 0)]
    [TestCase("(w . x + y) x", 1)]
    public void Lint_OfAVectorThatMakesAGradientVanish_TriesIt(string least, int findings)
    {
        var json = Spoil(
            AuthoredSheet.Json.ReplaceLineEndings("\n"), "{ \"gradientOf\": { \"loss\": \"(w . x - y)^2 / 2\", \"by\": \"w\" } }",
            $"{{ \"stationary\": {{ \"loss\": \"norm(v - {least})^2 + v . v - norm(v)^2\", \"by\": \"v\" }}, \"symbols\": {{ \"v\": {{ \"shape\": [\"d\"] }} }} }}");
        var found = AuthoredSheet.LintFiles(json, AuthoredSheet.Statements);
        Assert.That(found.Select(finding => finding.Rule.Name), Is.EqualTo(Enumerable.Repeat("derivation-differs", findings)), string.Join('\n', found));
    }

    [Test]
    public void Lint_OfAFitWithoutAReference_SaysThatItNeedsOne()
    {
        var large = AuthoredSheet.Json.IndexOf("\"id\": \"1.large\"", StringComparison.Ordinal);
        var json = AuthoredSheet.Json[..large]
            + "\"id\": \"1.large\", \"kind\": \"fit\", \"points\": 1, \"method\": \"Fit\", \"inputs\": [\"x\"], \"returns\": [\"w\"], \"property\": \"It fits.\" } ] } ] }";

        var found = AuthoredSheet.LintFiles(json, AuthoredSheet.Statements).Single();

        Assert.That((found.Rule.Name, found.Problem.Position?.Line), Is.EqualTo(("needs-reference", (int?)44)));
        Assert.That(found.Problem.Message, Does.StartWith("The part 1.large cannot be judged by data alone."));
    }

    [Test]
    public void Lint_OfACanonicalFormulaAgainstTheReference_NamesTheLine()
    {
        var sheet = Path.Combine(RepositoryExercises.Folder, "backprop-practice");
        var lines = File.ReadAllLines(Path.Combine(sheet, "worksheet.json"));
        var line = Array.FindIndex(lines, line => line.Contains("\"canonical\": \"x1_i delta2_j\"", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("delta2_j", "delta2_j / 2", StringComparison.Ordinal);
        using var folder = new WorksheetFolder("backprop-practice", string.Join('\n', lines), File.ReadAllText(Path.Combine(sheet, "statements.md")));

        var found = Lint.Run(folder.Path).Where(finding => finding.Rule.Name == "canonical-differs").ToList();

        Assert.That(found.Select(finding => finding.Problem.Position?.Line), Is.EqualTo(new int?[] { line + 1 }));
        Assert.That(found[0].Problem.Message, Does.StartWith("The right formula of 1e.gradient is not what the reference computes. At sample 0 of seed "));
    }

    [TestCase("The loss is $", "Mind $v$, $u^\\top x$. The loss is $", 4, 12, "The text of question 1 writes u, which question 1 does not declare and no text introduces.")]
    [TestCase("Find it.", "Find $\\nabla_w$ of\n\n$$a_i + \\varphi(w)$$", 8, 3, "The text of 1.gradient writes a,")]
    [TestCase("Find it.", "Find $\\nabla_w$ of\n\n$$a_i + \\varphi(w)$$", 8, 9, "The text of 1.gradient writes varphi,")]
    public void Lint_OfAStatementWithAnUndeclaredSymbol_NamesIt(string from, string to, int line, int column, string message)
    {
        var found = AuthoredSheet.LintFiles(AuthoredSheet.Json, Spoil(AuthoredSheet.Statements, from, to)).Single(finding => finding.Problem.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.That((found.Rule.Name, found.Problem.Position?.Line, found.Problem.Position?.Column), Is.EqualTo(("undeclared-symbol", (int?)line, (int?)column)));
        Assert.That(Path.GetFileName(found.Problem.File), Is.EqualTo("statements.md"));
    }

    [TestCase("where $r = w^\\top x - y$ and $K$ of the $f(a, c) = a + c$")]
    [TestCase("units $u_1, \\dots, u_n \\in \\mathbb{R}$ with $q: \\mathbb{R} \\to \\mathbb{R}$")]
    [TestCase("the code `$u v$`, an $x^\\top w$, \\$5, $\\text{any words}$, $\\sum_{k=1}^{d} w_k k$, $\\sin(y)$")]
    [TestCase("unfinished $u v")]
    public void Lint_OfAStatementThatSaysWhatItsLettersAre_FindsNothing(string text) =>
        Assert.That(AuthoredSheet.LintFiles(AuthoredSheet.Json, Spoil(AuthoredSheet.Statements, "Find it.", text)), Is.Empty);

    [Test]
    public void Lint_OfSectionsAndPartsThatDoNotMeet_NamesBoth()
    {
        var found = AuthoredSheet.LintFiles(AuthoredSheet.Json, Spoil(AuthoredSheet.Statements, "### 1.claims", "### 1.clams"));
        Assert.That(found.Select(finding => (finding.Rule.Name, Path.GetFileName(finding.Problem.File), finding.Problem.Position?.Line)), Is.EqualTo(new[]
        {
            ("unreadable", "worksheet.json", (int?)29), ("unreadable", "statements.md", 7),
        }));
    }

    [Test]
    public void Lint_OfManyProblems_NamesThemAllAtOnce()
    {
        var json = Spoil(Spoil(Spoil(AuthoredSheet.Json, "(w . x - y) x\"", "(w . x + y) x\""), "\"y - 1\"", "\"y - 0.5\""), "\"points\": 1, \"method\": \"Table\"", "\"point\": 1, \"method\": \"Table\"");
        var found = AuthoredSheet.LintFiles(json, Spoil(AuthoredSheet.Statements, "Find it.", "Find $u v$."));
        Assert.That(found.Select(finding => finding.Rule.Name), Is.SupersetOf(new[] { "derivation-differs", "boundary-wrong", "unreadable", "undeclared-symbol" }));
        Assert.That(AuthoredSheet.LintFiles(json, Spoil(AuthoredSheet.Statements, "Find it.", "Find $u v$.")).Select(Shown), Is.EqualTo(found.Select(Shown)), "The same files, the same findings.");
    }

    private static string Shown(Finding finding) => $"{finding.Rule} {finding.Problem.Position} {finding.Problem.Message}";

    private static string Spoil(string json, string from, string to)
    {
        Assert.That(json, Does.Contain(from));
        return json.Replace(from, to, StringComparison.Ordinal);
    }
}
