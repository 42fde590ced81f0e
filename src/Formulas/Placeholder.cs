namespace Formulas;
