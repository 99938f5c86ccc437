# BIC and ICL by mclust (Debian's r-cran-mclust, r-cran-jsonlite) on the four classic models.
# usage: Rscript mclust_criteria.R > mclust-criteria.json   (in this folder)
#   fromClasses: EM from one M-step on the hard labels of the class column, run until nothing moves
#   tables:      mclustBIC and mclustICL over 1..9 components, from mclust's own hierarchical start and at
#                its own tolerance (1e-5 relative, so the likelihood may lack a little at the same optimum)
# mclust's BIC and ICL are 2 loglik - df log(n) [+ 2 sum log max posterior]: larger is better.
suppressMessages({library(mclust); library(jsonlite)})
models <- c(full = "VVV", tied = "EEE", diag = "VVI", spherical = "VII")
out <- list(mclust = as.character(packageVersion("mclust")), cases = list())
for (set in list(c("iris", "species"), c("diabetes", "class"))) {
  data <- read.csv(file.path("datasets", paste0(set[1], ".csv")))
  x <- as.matrix(data[sapply(data, is.numeric)])
  z <- unmap(factor(data[[set[2]]]))
  for (name in names(models)) {
    model <- models[[name]]
    fit <- me(data = x, modelName = model, z = z, control = emControl(tol = c(1e-15, 1e-15), itmax = c(50000, 50000)))
    posterior <- estep(x, modelName = model, parameters = fit$parameters)$z
    value <- bic(model, fit$loglik, nrow(x), ncol(x), ncol(z))
    out$cases[[length(out$cases) + 1]] <- list(
      dataset = set[1], classColumn = set[2], model = model, covariance = name, rows = nrow(x),
      fromClasses = list(components = ncol(z), logLikelihood = fit$loglik,
                         logMaxPosterior = sum(log(apply(posterior, 1, max))),
                         parameters = nMclustParams(model, ncol(x), ncol(z)), bic = value,
                         icl = icl(structure(list(n = nrow(x), z = posterior, bic = value), class = "Mclust"))),
      tables = list(bic = unname(mclustBIC(x, modelNames = model, verbose = FALSE)[, 1]),
                    icl = unname(mclustICL(x, modelNames = model, verbose = FALSE)[, 1])))
  }
}
cat(toJSON(out, digits = 15, auto_unbox = TRUE, na = "null", pretty = TRUE))
