using Formulas.Expressions;

namespace Reference.Tests;

public sealed class CatalogueTests
{
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["logistic-initialization"] = "1.likelihood 1.log-likelihood 1.gradient 1.update 1.fit 2a.value 2b.value 2d.gradient 2e.gradient0",
        ["initialization-skip-layer"] = "1a.value 1b.value 1c.update 2b.count 2d.gradient",
        ["sgd-backprop-tables"] = "1a.gradient 1b.update 2a.table 2a.graph 2b.forward 2b.partials 2b.graph",
        ["backprop-practice"] = "1a.graph 1b.value 1c.value 1e.gradient 2a.graph 2a.derivative 2b.graph 2c.dw 2c.db 2d.w 2d.b "
            + "2e.dx 2e.dW1 2e.dW2 2e.db 2f.W1 2f.W2",
        ["naive-bayes-dead-relu"] = "1.likelihood 1.log-likelihood 1.score 1.mle-prior 1.mle-conditional 1.fit 2.w 3.1.dead 3.2.db 3.2.dw "
            + "3.4.derivative 4.loss 4.error",
    };

    [Test]
    public void Methods_OfAllFiveWorksheets_AreTheComputationalParts() => Assert.That(
        Catalogue.Methods.Keys,
        Is.EquivalentTo(Parts.SelectMany(worksheet => worksheet.Value.Split(' ').Select(part => $"{worksheet.Key}/{part}"))));

    [Test]
    public void Fits_OfAllFiveWorksheets_AreTheFitParts() => Assert.That(
        Catalogue.Fits.Keys, Is.EquivalentTo(Catalogue.Methods.Keys.Where(part => part.EndsWith(".fit", StringComparison.Ordinal))));

    [TestCaseSource(typeof(Catalogue), nameof(Catalogue.Methods))]
    public void Method_WithoutInputs_NamesTheMissingOne(KeyValuePair<string, ReferenceMethod> row)
    {
        var nothing = new Assignment(new Dictionary<string, Value>(), new Dictionary<string, int>());
        Assert.That(() => row.Value(nothing), Throws.TypeOf<KeyNotFoundException>().With.Message.Match("^The input '[A-Za-z0-9_]+' is missing\\.$"));
    }
}
