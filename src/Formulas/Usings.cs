global using Ball = Formulas.Numbers.Ball<Formulas.Numbers.UsualDigits>;
